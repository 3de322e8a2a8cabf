import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { defaultLink } from "./playground.ts";

test("the default experiment: untrained, then 98% correct by epoch 100, and stopped by itself by epoch 300", async ({
  page,
}) => {
  await page.goto(defaultLink);
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
  await expect(status).toHaveText(
    /200 of 200 correct\. Stopped: every point’s correct class has had a probability above 0\.975 for 50 epochs/,
  );
  const epoch = Number(/^Epoch (\d+)/.exec((await status.textContent()) ?? "")?.[1]);
  expect(epoch).toBeLessThanOrEqual(300);
});

for (const { width, height } of windows) {
  test(`no accessibility violation and no page scroll: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./");
    await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
    expect(await violations(page)).toEqual([]);
    const scrolls = (): Promise<object> =>
      page.evaluate(() => ({
        x: document.documentElement.scrollWidth > innerWidth,
        y: document.documentElement.scrollHeight > innerHeight,
      }));
    expect(await scrolls()).toEqual({ x: false, y: false });
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect(page.getByRole("status")).toHaveText(/Stopped/);
    expect(await violations(page)).toEqual([]);
    // On a phone, how the maps add up stands below the boundary.
    expect(await scrolls()).toEqual({ x: false, y: width === 390 });
  });
}
