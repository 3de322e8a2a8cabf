/** Runs axe on a page, and lists the window sizes in which each state is checked. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

type Found = readonly (readonly [string, readonly string[]])[];

/**
 * Each violation of WCAG 2.2 A and AA with its elements, on the whole page or within one part of it. In the dark theme,
 * which differs only in colors, only those about colors.
 */
export async function violations(page: Page, within = "html"): Promise<Found> {
  const axe = () => new AxeBuilder({ page }).include(within);
  const light = await listed(axe().withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await listed(axe().withRules(["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map(([id, elements]) => [`${id} in dark`, elements] as const)];
}

async function listed(axe: AxeBuilder): Promise<Found> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
}
