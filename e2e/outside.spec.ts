/** Points outside the square that is drawn. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open } from "./playground.ts";

async function openPoints(page: Page, samples: readonly (readonly number[])[]): Promise<void> {
  const file = { version: 1, dataset: { name: "custom", samples } };
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Experiment file").setInputFiles({
    name: "points.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole("status")).toHaveText(new RegExp(`of ${samples.length} correct`));
}

/** How far any point's mark extends beyond the border of its picture, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.locator("[data-picture='Decision boundary'] canvas").evaluate((canvas) => {
    const square = canvas.getBoundingClientRect();
    const shapes = [...canvas.parentElement!.querySelectorAll("svg :is(path, circle, text)")];
    const boxes = shapes.map((shape) => shape.getBoundingClientRect()).filter(({ width }) => width > 0);
    const over = boxes.map((box) =>
      Math.max(
        square.left - box.left,
        box.right - square.right,
        square.top - box.top,
        box.bottom - square.bottom,
      ),
    );
    return Math.max(...over);
  });

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`at ${width}×${height} points outside the square aren't drawn over its surroundings, and a sentence counts them`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    // The first point is selected. Its ring must not be drawn elsewhere, either.
    await openPoints(page, [
      [-3, 4, 0],
      [5, 0.2, 1],
      [0.5, 0.5, 1],
    ]);
    const boundary = page.locator("[data-picture='Decision boundary']");
    const sentence = boundary.getByText("2 of 3 points lie outside the square shown.");
    await expect(sentence).toBeInViewport({ ratio: 1 });
    expect(await overhang(page)).toBeLessThanOrEqual(4);
    const marker = page.locator("[data-picture='Network'] i").first();
    await expect(marker).toBeHidden();
    const frame = (await boundary.boundingBox())!;
    const text = (await sentence.boundingBox())!;
    expect(text.x + text.width).toBeLessThanOrEqual(frame.x + frame.width);
    expect((await boundary.locator("canvas").boundingBox())!.width).toBeGreaterThan(60);
  });
}

test("points outside the square stay in the table of points", async ({ page }) => {
  await open(page);
  await openPoints(page, [
    [-3, 4, 0],
    [0.5, 0.5, 1],
  ]);
  await expect(page.getByText("1 of 2 points lies outside the square shown.")).toBeVisible();
  await page.getByRole("button", { name: "Show points as table" }).click();
  await expect(page.getByRole("cell", { name: "−3" }).or(page.getByText("−3.0000")).first()).toBeVisible();
});

test("a picture that shows every point doesn't mention points outside", async ({ page }) => {
  await open(page);
  await openPoints(page, [
    [0, 1, 0],
    [1, 0, 1],
  ]);
  await expect(page.getByText("outside the square")).toHaveCount(0);
  await expect(page.locator("[data-picture='Network'] i").first()).toBeVisible();
});
