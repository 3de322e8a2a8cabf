/** Forced colors, chosen by the system. Data keeps its own colors. */
import { expect, test } from "./fixture.ts";
import { open, openTool } from "./playground.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`in ${colorScheme} forced colors the legend keeps its color bar, and a hat leaves its letter visible`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await open(page);
    await page.getByLabel("Color", { exact: true }).selectOption("Color: gradient");
    const adjust = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).getPropertyValue("forced-color-adjust"));
    expect(await adjust("[data-picture='Network'] li > span[class*='ramp']")).toBe("none");
    expect(await adjust("[data-picture='Network'] .katex")).toBe("preserve-parent-color");
  });
}

test("in forced colors the weights keep the shades that show their size and sign", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  const tool = await openTool(page, "Weights");
  const shades = tool.locator("[data-shade]");
  await expect(shades.first()).toBeVisible();
  const colors = await shades.evaluateAll((cells) =>
    cells.map((cell) => getComputedStyle(cell).backgroundColor),
  );
  expect(new Set(colors).size).toBeGreaterThan(2);
});
