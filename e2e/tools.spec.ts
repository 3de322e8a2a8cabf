/** What holds for every tool of the menu, those included that come later. */
import type { Page } from "@playwright/test";
import { looks, violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, train, untilStopped } from "./playground.ts";

/** The titles in the menu of tools, which is closed again. */
async function titlesOf(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Tools" }).click();
  const titles = page.locator("[popover]:popover-open button > span:first-child");
  await expect(titles.nth(5)).toBeVisible();
  const found = await titles.allTextContents();
  await page.keyboard.press("Escape");
  return found;
}

for (const { colorScheme, width, height } of looks) {
  test(`no tool has an accessibility violation or scrolls the page: ${colorScheme}, ${width} px`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await open(page);
    await train(page);
    await untilStopped(page);
    const menu = page.getByRole("button", { name: "Tools" });
    const titles = await titlesOf(page);
    for (const title of titles) {
      await menu.click();
      await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
      await expect(
        page.getByRole("region", { name: title, exact: true }).locator("table, svg, canvas").first(),
      ).toBeVisible();
      expect(await violations(page), title).toEqual([]);
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
    await page.getByRole("button", { name: new RegExp(`^${title}`) }).press("Enter");
    const tool = page.getByRole("region", { name: title, exact: true });
    await tool.getByRole("button", { name: "Expand" }).press("Enter");
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeHidden();
    await tool.getByRole("button", { name: "Shrink" }).press("Enter");
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: `Close: ${title}` })).toBeHidden();
  }
});
