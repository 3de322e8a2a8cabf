import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixture.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

test("the first view: untrained, then 98 % right by epoch 100, and stopped by itself by epoch 300", async ({
  page,
}) => {
  await page.goto("./");
  const status = page.getByRole("status");
  await expect(status).toHaveText(/^Epoch 0, loss 0\.\d+, \d+ of 200 correct\.$/);
  await page.getByText("More settings").click();
  await page.getByRole("spinbutton", { name: "Epoch limit" }).fill("100");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status).toHaveText(/^Epoch 100, .* Stopped: the 100-epoch limit was reached\.$/);
  const correct = Number(/(\d+) of 200/.exec((await status.textContent()) ?? "")?.[1]);
  expect(correct).toBeGreaterThanOrEqual(196);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(status).toHaveText(/200 of 200 correct\. Stopped: every point has been right/);
  const epoch = Number(/^Epoch (\d+)/.exec((await status.textContent()) ?? "")?.[1]);
  expect(epoch).toBeLessThanOrEqual(300);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of sizes) {
    test(`no accessibility violation and no page scroll: ${colorScheme}, ${viewport.width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto("./");
      await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
      const audit = (): Promise<{ violations: { id: string }[] }> =>
        new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      expect((await audit()).violations).toEqual([]);
      await page.getByRole("button", { name: "Train", exact: true }).click();
      await expect(page.getByRole("status")).toHaveText(/Stopped/);
      expect((await audit()).violations).toEqual([]);
      const scrolls = await page.evaluate(() => ({
        x: document.documentElement.scrollWidth > innerWidth,
        y: document.documentElement.scrollHeight > innerHeight,
      }));
      expect(scrolls).toEqual({ x: false, y: false });
    });
  }
}
