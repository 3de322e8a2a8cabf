/** Runs axe on a page, and lists the window sizes in which each state is checked. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type Axe from "axe-core";
import type { RunOptions } from "axe-core";

export const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

type Found = (readonly [string, readonly string[]])[];

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Each violation of WCAG 2.2 A and AA with its elements, on the whole page or within one part of it. In the dark theme,
 * which differs only in colors, only those about colors. Text for screen readers that makes the page longer is one too.
 */
export async function violations(page: Page, within = "html"): Promise<Readonly<Found>> {
  // Once for each page: parsing it takes longer than most checks.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const light = await listed(page, within, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
  });
  await page.emulateMedia({ colorScheme: "dark" });
  // The page has heard of it, and drawn itself anew.
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
      }),
  );
  const dark = await listed(page, within, { runOnly: { type: "rule", values: ["color-contrast"] } });
  await page.emulateMedia({ colorScheme: "light" });
  const loose = await looseIn(page, within);
  if (loose.length > 0) light.push(["loose", loose]);
  return [...light, ...dark.map(([id, elements]) => [`${id} in dark`, elements] as const)];
}

function listed(page: Page, within: string, options: RunOptions): Promise<Found> {
  return page.evaluate(
    async ([selector, given]) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const run = async (ofRules: typeof given) =>
        (await axe.run(selector, { ...ofRules, resultTypes: ["violations"] })).violations;
      // What a bar that stays at its place covers in part is small only until one scrolls.
      const small = async (target: string): Promise<boolean> => {
        document.querySelector(target)!.scrollIntoView({ block: "center", behavior: "instant" });
        const found = await run({ runOnly: { type: "rule", values: ["target-size"] } });
        return found.some(({ nodes }) => nodes.some((node) => node.target.join(" ") === target));
      };
      const remaining: [string, string[]][] = [];
      for (const { id, nodes } of await run(given)) {
        const stay: string[] = [];
        for (const { html, target } of nodes)
          if (id !== "target-size" || (await small(target.join(" ")))) stay.push(html.slice(0, 160));
        if (stay.length > 0) remaining.push([id, stay]);
      }
      return remaining;
    },
    [within, options] as const,
  );
}

/** Text for screen readers that lies outside the part that scrolls it, and so makes the whole page scroll. */
function looseIn(page: Page, within: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const clips = (element: Element): boolean => getComputedStyle(element).overflowY !== "visible";
    const isLoose = (element: HTMLElement): boolean => {
      const clipping: Element[] = [];
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        if (clips(at)) clipping.push(at);
      }
      const [nearest] = clipping;
      if (nearest === undefined || clipping.some((clip) => clip.contains(element.offsetParent))) return false;
      return element.getBoundingClientRect().bottom > nearest.getBoundingClientRect().bottom + 1;
    };
    return [...document.querySelectorAll<HTMLElement>(`${selector} .vh`)]
      .filter(isLoose)
      .map(({ outerHTML }) => outerHTML.slice(0, 160));
  }, within);
}
