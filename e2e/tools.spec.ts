/** What holds for every tool of the menu, including future ones. */
import type { Page } from "@playwright/test";
import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool, toolButton, train, untilStopped } from "./playground.ts";

/** The titles in the menu of tools. Closes the menu again. */
async function titlesOf(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Tools" }).click();
  const titles = page.locator("[popover]:popover-open button > span:first-child");
  await expect(titles.nth(5)).toBeVisible();
  const found = await titles.allTextContents();
  await page.keyboard.press("Escape");
  return found;
}

for (const { width, height } of windows) {
  test(`no tool has an accessibility violation or scrolls the page: ${width} px`, async ({ page }) => {
    test.setTimeout(480_000);
    await page.setViewportSize({ width, height });
    await open(page);
    await train(page);
    await untilStopped(page);
    const menu = page.getByRole("button", { name: "Tools" });
    const titles = await titlesOf(page);
    for (const title of titles) {
      await menu.click();
      await toolButton(page, title).click();
      await expect(
        page.getByRole("region", { name: title, exact: true }).locator("table, svg, canvas").first(),
      ).toBeVisible();
      // The rest of the page has its own tests.
      expect(await violations(page, `[data-picture="${title}"]`), title).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), title).toBe(width);
    }
  });
}

test("by keyboard alone: every tool opens from the menu, widens, and closes with Escape", async ({
  page,
}) => {
  await open(page);
  const menu = page.getByRole("button", { name: "Tools" });
  const titles = await titlesOf(page);
  for (const title of titles) {
    await menu.press("Enter");
    await toolButton(page, title).press("Enter");
    const tool = page.getByRole("region", { name: title, exact: true });
    await tool.getByRole("button", { name: "Expand" }).press("Enter");
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeHidden();
    await tool.getByRole("button", { name: "Shrink" }).press("Enter");
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: `Close: ${title}` })).toBeHidden();
  }
});

for (const [title, scope] of [
  ["Audit", ""],
  ["Activation", ""],
  ["Chain rule", "[data-line] "], // the points that add most have their own rows, and these may change
  ["Weights", ""],
] as const) {
  test(`the numbers of a tool are updated in place when the run goes on: ${title}`, async ({ page }) => {
    await open(page);
    const step = page.getByRole("button", { name: "Step", exact: true });
    await step.click();
    const tool = await openTool(page, title);
    const numbers = tool.locator('[data-quantity$="@1"]');
    await expect(numbers.first()).toBeVisible();
    await expect(tool.locator(".katex").first()).toBeVisible();
    await page.waitForTimeout(500); // until the tool has its size, and a table the rows that fit
    const parts = await tool.locator(`${scope}[data-quantity$="@1"], .katex`).elementHandles();
    await step.click();
    await expect(tool.locator('[data-quantity$="@2"]').first()).toBeVisible();
    await expect(numbers).toHaveCount(0);
    const connected = await Promise.all(parts.map((part) => part.evaluate(({ isConnected }) => isConnected)));
    expect(connected.filter((one) => !one)).toEqual([]);
  });
}
