/** Low, narrow or enlarged windows: everything can be reached. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open } from "./playground.ts";

/** Whether a press in the middle of the focused element would reach it. */
const reached = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || element.closest("label")?.contains(hit) === true);
  });

async function explainStep(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1\b/);
  await page.getByRole("button", { name: "Explain step" }).click();
  const panel = page.getByRole("region", { name: "This step" });
  await expect(panel.locator("[data-quantity]").first()).toBeAttached();
  return panel;
}

for (const [width, height] of [
  [320, 320],
  [390, 844],
  [720, 450],
  [740, 320],
  [1024, 500],
  [1440, 500],
] as const) {
  test(`every control of the explained step can be reached at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const panel = await explainStep(page);
    const next = panel.getByRole("button", { name: "Next unit" });
    await next.focus();
    expect(await reached(next), "Next unit").toBe(true);
    await next.click();
    for (const control of [
      panel.getByRole("button", { name: "Previous unit" }),
      panel.getByRole("radio", { name: "Layer" }),
      panel.getByRole("button", { name: "Leave the explained step" }),
      panel.getByRole("checkbox", { name: "Your turn" }),
    ]) {
      await control.focus();
      await expect(control).toBeFocused();
      expect(await reached(control), await control.evaluate((element) => element.outerHTML)).toBe(true);
    }
    const network = page.locator("[data-picture='Network']");
    expect((await network.boundingBox())!.height).toBeGreaterThan(120);
  });
}

test("Train is visible at 1440×500 without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await open(page);
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeInViewport({ ratio: 1 });
});

test("on a phone the inspector reaches down to the controls", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.locator("main [data-quantity]").filter({ visible: true }).first().click();
  await expect(page.locator("[data-inspected]")).toBeVisible();
  const inspector = (await page.getByRole("region", { name: "Inspector" }).boundingBox())!;
  const controls = (await page.getByRole("region", { name: "Controls" }).boundingBox())!;
  expect(controls.y - (inspector.y + inspector.height)).toBeLessThan(24);
});
