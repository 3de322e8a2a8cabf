/** What holds for the whole page, for everyone who sees, hears, points or types. */
import { createSession, parseExperiment } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { inspector, open, train, untilStopped } from "./playground.ts";

/** Opens the inspector on a number of the page. */
async function ask(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^0\.\d+$/ })
    .first()
    .click();
  await expect(inspector(page)).toBeVisible();
}

for (const { width, height } of windows) {
  test(`the explained step has no accessibility violation: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.getByRole("button", { name: "Explain step" }).click();
    const step = page.getByRole("region", { name: /step/i }).first();
    await expect(step).toBeVisible();
    for (let i = 0; i < 2; i++) await page.getByRole("button", { name: /^Next/ }).first().click();
    await expect(page.getByText(/Backward: find every gradient/).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("at 320 px everything reflows, and the page scrolls in one direction only, in every state", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await wide()).toBe(320);
  await train(page);
  await untilStopped(page);
  expect(await wide()).toBe(320);
  await ask(page);
  expect(await wide()).toBe(320);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Explain step" }).click();
  expect(await wide()).toBe(320);
});

/**
 * The boxes and names of everything that can be pressed, or of what a selector matches. Leaves out links in a
 * sentence and elements without a box.
 */
function targets(
  page: Page,
  which = "*",
): Promise<readonly { readonly name: string; readonly width: number; readonly height: number }[]> {
  return page.evaluate((parts) => {
    const pressable = "button, [role=button], input, select, summary, a[href]";
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      if (!element.matches(parts)) return [];
      // An input that its label draws is as large as the label. Targets in a sentence may have any size (WCAG 2.5.8).
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const boxes = [element, ...labels].map((one) => one.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      const inSentence =
        getComputedStyle(element).display === "inline" || element.closest("p, td, th, figcaption") !== null;
      const hidden =
        !element.checkVisibility({ visibilityProperty: true }) || element.closest(".vh") !== null;
      if (hidden || inSentence || width <= 1) return [];
      return [{ name: element.getAttribute("aria-label") ?? element.textContent ?? "", width, height }];
    });
  }, which);
}

test("every target is at least 24 px in both directions, and 44 px high for fingers", async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  // The parts that load after the first view, like the strip, belong to it.
  const smaller = async (where: Page, limit: number, which?: string) =>
    (await targets(where, which)).filter(({ width, height }) => width < limit || height < limit);
  await expect(page.getByRole("region", { name: "How the maps add up" })).toBeVisible();
  await expect.poll(() => smaller(page, 24)).toEqual([]);
  const touched = await browser.newContext({
    baseURL: baseURL!,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const phone = await touched.newPage();
  await open(phone);
  // The neurons' sizes depend on the network's shape.
  await expect.poll(() => smaller(phone, 44, ":not([class*=graph] *)")).toEqual([]);
  expect((await targets(phone, "[class*=graph] *")).length).toBeGreaterThan(6);
  await expect.poll(() => smaller(phone, 24, "[class*=graph] *")).toEqual([]);
  await touched.close();
});

test("the focus is always visible: it has a ring, and no fixed bar covers it", async ({ page }) => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.goto("about:blank"); // going to the same link again wouldn't load the page again
    await open(page);
    const seen = new Set<string>();
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        // An input that its label draws has its focus ring on the label.
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        const drawn = [
          element,
          ...element.querySelectorAll("*"),
          ...labels,
          ...labels.flatMap((one) => [...one.querySelectorAll("*")]),
        ];
        const siblings = element.nextElementSibling === null ? [] : [element.nextElementSibling];
        const ring = [...drawn, ...siblings].some((one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
        });
        const shown =
          [element, ...labels].map((one) => one.getBoundingClientRect()).find(({ width }) => width > 1) ??
          element.getBoundingClientRect();
        const { left, top, width, height } = shown;
        const above = document.elementFromPoint(left + width / 2, top + height / 2);
        const clear =
          above !== null && [element, ...labels].some((one) => one.contains(above) || above.contains(one));
        const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
        return { name: `${element.tagName} ${name.slice(0, 40)}`, ring, clear };
      });
      if (found === undefined) break;
      expect(found).toEqual({ name: found.name, ring: true, clear: true });
      seen.add(found.name);
    }
    expect(seen.size).toBeGreaterThan(8);
  }
});

test("during training the status speaks at most once in five seconds, and at once on pause", async ({
  page,
}) => {
  await page.clock.install();
  await open(page);
  await page.getByText("More settings").click();
  await page.getByLabel("Stop automatically").uncheck({ force: true });
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken, since: performance.now() });
    const status = document.querySelector("[role=status]")!;
    const whole = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => spoken.push(status.textContent)).observe(status, whole);
  });
  const heard = () =>
    page.evaluate(() => {
      const { spoken, since } = window as unknown as { spoken: string[]; since: number };
      return { count: spoken.length, seconds: (performance.now() - since) / 1000 };
    });
  await train(page);
  // The worker's clock runs separately: it gets a moment for each second of the page's.
  for (let second = 0; second < 16; second++) {
    await page.clock.runFor(1000);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const { count, seconds } = await heard();
  expect(seconds).toBeGreaterThan(16);
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThanOrEqual(1 + Math.ceil(seconds / 5)); // the first message comes at the start
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.clock.runFor(200);
  expect((await heard()).count).toBeGreaterThan(count);
});

test("with reduced motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const note = ({ type, target }: Event): void => {
      const element = target as Element;
      // A transition of no duration starts, too.
      const lasts = type === "transitionrun" || parseFloat(getComputedStyle(element).animationDuration) > 0;
      if (lasts) moved.push(element.getAttribute("class") ?? element.tagName);
    };
    for (const kind of ["transitionrun", "animationstart"]) addEventListener(kind, note, true);
  });
  await train(page);
  await untilStopped(page);
  await page.getByRole("button", { name: "Explain step" }).click();
  await page.getByRole("button", { name: /^Next/ }).first().click();
  await page.getByRole("button", { name: "Tools" }).click();
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test("in forced colors the page has no accessibility violation, and the network's lines are visible", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await train(page);
  await untilStopped(page);
  await ask(page);
  expect(await violations(page)).toEqual([]);
  const strokes = await weights(page);
  expect(strokes.every(({ stroke }) => stroke !== "none" && stroke !== "rgb(255, 255, 255)")).toBe(true);
});

/** How each weight's line is drawn. */
function weights(page: Page): Promise<readonly { readonly dash: string; readonly stroke: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>("svg [style*='stroke-dasharray']")].map((line) => {
      const { strokeDasharray: dash, stroke } = getComputedStyle(line);
      return { dash, stroke };
    }),
  );
}

test("without color, negative weights are dashed, and the classes have two shapes", async ({ page }) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const session = createSession(parseExperiment({ version: 1 }));
  while (session.stopped === undefined) session.step();
  const lines = await weights(page);
  expect(lines).toHaveLength(session.params.length);
  const dashed = lines.filter(({ dash }) => dash !== "none");
  expect(dashed).toHaveLength(session.params.filter((w) => w < 0).length);
  // A disc consists of arcs, a diamond of straight lines.
  const boundary = page.getByRole("region", { name: "Decision boundary" });
  const shapeOf = async (name: string): Promise<string> =>
    (await boundary.locator(`path[class*=${name}]`).first().getAttribute("d")) ?? "";
  expect(await shapeOf("class1")).toMatch(/[aA]/);
  expect(await shapeOf("class0")).toMatch(/^[^aA]{200,}$/);
});
