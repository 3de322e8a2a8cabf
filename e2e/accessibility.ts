/** What axe finds on a page, and the looks in which each state is shown to it. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ].map(({ width, height }) => ({ colorScheme, width, height })),
);

/** Each violation of WCAG 2.2 A and AA with the elements it was found in. */
export async function violations(page: Page): Promise<readonly (readonly [string, readonly string[]])[]> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
}
