/** Low, narrow or enlarged windows: everything can be reached. */
import type { Locator, Page } from "@playwright/test";
import { parseExperiment, writeLink } from "@neural-viz/engine";
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

test("on a phone a deep network’s faces don’t touch, its edges have room, and the badge says what it counts", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const samples = Array.from({ length: 12 }, (_, i) => [(i % 4) / 3, (i % 3) / 2, i % 4]);
  const experiment = parseExperiment({
    version: 1,
    dataset: { name: "custom", targets: "classes", samples },
    network: { hidden: Array.from({ length: 4 }, () => ({ units: 8, activation: "tanh" })) },
  });
  await page.goto(`./#${writeLink({ experiment, t: 3 })}`);
  const network = page.getByRole("grid", { name: /^Network 2, 8, 8, 8, 8, 4|^Network/ });
  await expect(network.getByRole("gridcell")).toHaveCount(38);
  const found = await network.evaluate((grid) => {
    const layers = [...grid.querySelectorAll("[role=row]")].map((row) =>
      [...row.querySelectorAll("button")].map((button) => button.getBoundingClientRect()),
    );
    const all = layers.flat();
    const touching = all.flatMap((a, i) =>
      all.filter(
        (b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      ),
    ).length;
    const gaps = layers.slice(1).map((layer, i) => layer[0]!.left - layers[i]![0]!.right);
    return { touching, narrowest: Math.min(...gaps) };
  });
  expect(found.touching).toBe(0);
  expect(found.narrowest).toBeGreaterThanOrEqual(8);
  const badge = page.getByRole("region", { name: "Gradient check" }).getByRole("button");
  await expect(badge).toHaveAccessibleName(/of \d+ gradients agree|all \d+ gradients agree/);
  await expect(badge).toHaveAttribute("title", /gradients agree/);
  expect(await badge.evaluate((button) => button.scrollWidth <= button.clientWidth)).toBe(true);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(badge.getByText(/^✓ \d+ gradients$/)).toBeVisible();
});

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const) {
  test(`the folded view and the lesson’s slider are in sight together at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./#lesson/unfold/3");
    const folded = page
      .getByRole("region", { name: "Fold" })
      .getByRole("img", { name: /^The same sheet after/ })
      .first();
    const slider = page.getByRole("complementary", { name: "Lesson" }).getByRole("slider");
    await folded.scrollIntoViewIfNeeded();
    await expect(folded).toBeInViewport({ ratio: 0.95 });
    await expect(slider).toBeInViewport({ ratio: 1 });
    await slider.press("ArrowRight");
    expect(await reached(slider)).toBe(true);
    await expect(folded).toBeInViewport({ ratio: 0.95 });
  });
}
