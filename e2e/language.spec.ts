/**
 * A build whose texts are a third longer than English. What it clips would be clipped in another language, and text
 * without accents isn't in a catalog.
 */
import { execFileSync } from "node:child_process";
import type { Server } from "node:http";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseExperiment, writeLink } from "@neural-viz/engine";
import { expect, type Page, test } from "@playwright/test";
import { host } from "./host.ts";
import { defaultFragment } from "./playground.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let site: { address: string; folder: string; server: Server };

test.beforeAll(async () => {
  site = await host();
  execFileSync("npx", ["vite", "build", "packages/web", "--outDir", site.folder, "--emptyOutDir"], {
    cwd: root,
    env: { ...process.env, NEURAL_VIZ_LANGUAGE: "pseudo" },
    stdio: "ignore",
    shell: process.platform === "win32",
  });
});

test.afterAll(() => {
  site.server.close();
  site.server.closeAllConnections();
  rmSync(site.folder, { recursive: true });
});

/** Runs in the page. Finds texts that are clipped by a box or the window, or hidden by a control. */
function crowded(): string[] {
  const found = new Set<string>();
  const shown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  /** Text for screen readers alone is one pixel large. */
  const isForEars = (element: Element | null): boolean =>
    element !== null &&
    (["clip", "clip-path"].some(
      (name) => !/^(auto|none)$/.test(getComputedStyle(element).getPropertyValue(name)),
    ) ||
      isForEars(element.parentElement));
  const seen = (element: Element): { left: number; right: number; top: number; bottom: number } => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === "visible") continue;
      const box = around.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    return { left, right, top, bottom };
  };
  /** A bar that stays where it is covers what is below it until one scrolls. */
  const barOf = (element: Element): Element | null =>
    /^(fixed|sticky)$/.test(getComputedStyle(element).position)
      ? element
      : element.parentElement && barOf(element.parentElement);
  const controls = [...document.querySelectorAll("input, select, button")].filter(
    (control) => shown(control) && control.getBoundingClientRect().width > 4,
  );
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement!;
    if (text.nodeValue!.trim() === "" || !shown(element) || element.closest("math, option, [data-code], pre"))
      continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (isForEars(element)) continue;
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const { overflowX, position } = getComputedStyle(around);
      const { left, right } = around.getBoundingClientRect();
      if (overflowX === "auto" || overflowX === "scroll") break;
      if (overflowX !== "visible" && (box.left < left - 1 || box.right > right + 1))
        found.add(`cut off: ${text.nodeValue!.trim()}`);
      if (position === "fixed") break;
      if (around === document.body && (box.left < -1 || box.right > innerWidth + 1))
        found.add(`out of the window: ${text.nodeValue!.trim()}`);
    }
    if (element.closest("label") === null) continue;
    for (const control of controls) {
      if (control.contains(element) || barOf(control) !== barOf(element)) continue;
      const under = seen(control);
      const across = Math.min(box.right, under.right) - Math.max(box.left, under.left);
      const down = Math.min(box.bottom, under.bottom) - Math.max(box.top, under.top);
      if (across > 2 && down > 2) found.add(`under a control: ${text.nodeValue!.trim()}`);
    }
  }
  return [...found];
}

const panels = [
  "gradientCheck",
  "bugBench",
  "chainRule",
  "activation",
  "weights",
  "sliders",
  "fold",
  "lossSurface",
  "optimizerRace",
  "health",
  "audit",
  "beside",
  "ownData",
  "ownCode",
  "makeExercise",
  "exporting",
  "scenes",
];
const experiment = parseExperiment({ version: 1 });

async function expectRoom(page: Page, what: string): Promise<void> {
  await expect.poll(() => page.evaluate(crowded), { message: what, timeout: 30_000 }).toEqual([]);
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`longer words have room on the page and in every tool at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(site.address);
    await expect(page.getByRole("status")).toHaveText(/^Épóóçh 0/);
    await expectRoom(page, "the first view");
    await page.goto("about:blank");
    await page.goto(site.address + defaultFragment);
    await expect(page.getByRole("status")).toHaveText(/^Épóóçh 0/);
    await expectRoom(page, "the default experiment");
    await page.goto(`${site.address}#${writeLink({ experiment, t: 7, inspect: undefined })}`);
    await expect(page.getByRole("status")).toHaveText(/^Épóóçh 7/);
    for (const panel of panels) {
      await page.goto("about:blank");
      await page.goto(`${site.address}#${writeLink({ experiment, t: 7, panel })}`);
      await expect(page.getByRole("status")).toHaveText(/^Épóóçh 7/);
      await expectRoom(page, panel);
    }
  });

  test(`longer words have room in the inspector, a lesson and the reference at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(site.address + defaultFragment);
    await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
    await expect(page.locator("[data-inspected]")).toBeVisible();
    await expectRoom(page, "the inspector");
    for (const address of ["#lessons", "#lesson/xor/1", "#lesson/xor/2", "#beliefs", "#reference"]) {
      await page.goto("about:blank");
      await page.goto(site.address + address);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectRoom(page, address);
    }
  });
}
