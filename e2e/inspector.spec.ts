import {
  createRecording,
  createRun,
  createSession,
  defaultExperiment,
  explain,
  format,
  formatProbability,
} from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations, windows } from "./accessibility.ts";
import { evaluateLine } from "./calculator.ts";
import { expect, test } from "./fixture.ts";
import {
  inspected,
  inspector,
  open,
  scrubTo,
  readStatus,
  train,
  typefacesLoaded,
  untilStopped,
} from "./playground.ts";

/** The default run, computed by the engine. */
function recordedRun(epochs: number) {
  const recording = createRecording(defaultExperiment);
  while (recording.live.t < epochs) recording.step();
  return createRun(recording);
}

const printed = (id: string, value: number): string => {
  if (id.startsWith("y[")) return String(value);
  return id.startsWith("p[") ? formatProbability(value) : format(value);
};

/** Presses a number of the inspector by the beginning of its id. */
async function press(page: Page, prefix: string): Promise<void> {
  await inspector(page).locator(`[data-quantity^="${prefix}"]`).first().click();
  await expect.poll(async () => (await inspected(page)).id.startsWith(prefix)).toBe(true);
}

test("from ŷ down to a weight, one update earlier, down to its random draw, and back", async ({ page }) => {
  await open(page);
  await train(page);
  const { epoch } = await untilStopped(page);
  await scrubTo(page, 42);
  const run = recordedRun(epoch);
  await page.locator('[data-quantity="p[18]@42"]').first().click();
  await expect(inspector(page)).toBeVisible();
  const history = [
    "p[18]@42",
    "a.1.3[18]@42",
    "W.1.3.1@42",
    "W.1.3.1@41",
    "W.1.3.1@0",
    "init.1.3.1",
    "rng.5",
  ];
  for (const [i, id] of history.entries()) {
    if (id === "W.1.3.1@41")
      await inspector(page).getByRole("button", { name: "One update earlier" }).click();
    else if (id === "W.1.3.1@0")
      await inspector(page).getByRole("button", { name: "Back to update 0" }).click();
    else if (i > 0) await press(page, id.replace(/@.*/, ""));
    await expect
      .poll(async () => await inspected(page))
      .toEqual({ id, text: printed(id, explain(run, id).value) });
  }
  await expect(inspector(page).getByText("random · draw 5 with seed 19")).toBeVisible();
  for (const id of history.slice(0, -1).toReversed()) {
    await page.keyboard.press("Backspace");
    await expect.poll(async () => (await inspected(page)).id).toBe(id);
  }
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await inspected(page)).id).toBe("a.1.3[18]@42");
  await page.keyboard.press("Escape");
  await expect(inspector(page)).toBeHidden();
});

test("the same path by keyboard alone", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Space");
  await untilStopped(page);
  await page.getByRole("slider", { name: "Epoch", exact: true }).focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowRight");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(42);
  await page
    .getByRole("grid", { name: /^Network/ })
    .locator("button[tabindex='0']")
    .focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await inspected(page)).id).toBe("p[18]@42");
  /** Tabs to a number of the inspector and opens it. */
  const tabTo = async (prefix: string): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      const id = await page.evaluate(() => document.activeElement?.getAttribute("data-quantity") ?? "");
      if (id.startsWith(prefix)) break;
    }
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await inspected(page)).id.startsWith(prefix)).toBe(true);
  };
  await tabTo("a.1.3");
  await tabTo("W.1.3.1@42");
  await tabTo("W.1.3.1@41");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect.poll(async () => (await inspected(page)).id).toBe("a.1.3[18]@42");
  await page.keyboard.press("Escape");
  await expect(inspector(page)).toBeHidden();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  expect(focused).toMatch(/^Output/);
});

/** Presses every number in a part of the page, and every symbol of one, and checks that the inspector shows it. */
async function pressAll(page: Page, scope: string): Promise<number> {
  const ids = await page
    .locator(`${scope} [data-quantity]:visible`)
    .evaluateAll((all) => [...new Set(all.map((element) => element.getAttribute("data-quantity")!))]);
  for (const id of ids) {
    const number = page.locator(`${scope} [data-quantity="${id}"]:visible`).first();
    const text = (await number.textContent())!.trim();
    const isSymbol = (await number.locator(".katex").count()) > 0;
    await number.evaluate((element: HTMLElement) => element.click());
    await expect.poll(async () => await inspected(page), { message: id }).toMatchObject({ id });
    const shown = await inspected(page);
    // In formulas a number may have more digits, and brackets if it is negative. It is the same number.
    const value = (some: string): number =>
      Number(
        some
          .replaceAll(/[()]/g, "")
          .replace("−", "-")
          .replace(
            /×10(.*)/,
            (_, power: string) =>
              `e${power.replaceAll(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)]!)}`,
          ),
      );
    const expected = value(shown.text);
    if (isSymbol) expect(expected, id).not.toBeNaN();
    else {
      expect(value(text), `${id}: ${text} and ${shown.text}`).toBeCloseTo(
        expected,
        Math.max(0, 3 - Math.ceil(Math.log10(Math.abs(expected) || 1))),
      );
    }
    await page.keyboard.press("Escape");
  }
  return ids.length;
}

test("every number of the page opens the inspector on itself: sentence, graph, loss, tables", async ({
  page,
}) => {
  await open(page);
  for (let i = 0; i < 4; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(4);
  expect(await pressAll(page, "main")).toBeGreaterThan(15);
  await page.getByRole("button", { name: "Show loss as table" }).click();
  await expect(page.getByRole("region", { name: "Loss as table" })).toBeVisible();
  expect(await pressAll(page, '[aria-label="Loss as table"]')).toBe(5);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show points as table" }).click();
  await expect(page.getByRole("region", { name: "All points" })).toBeVisible();
  await expect(
    page.locator('[aria-label="Loss: binary cross-entropy"] [data-quantity]').first(),
  ).toBeVisible();
  expect(await pressAll(page, '[aria-label="One point"]')).toBeGreaterThan(20);
  expect(await pressAll(page, '[aria-label="All points"] tbody tr:nth-child(-n+4)')).toBeGreaterThan(10);
});

test("every number of the explained step opens the inspector on itself", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Explain step" }).click();
  const panel = '[aria-label="This step"]';
  await expect(page.locator(`${panel} [data-quantity]`).first()).toBeVisible();
  expect(await pressAll(page, panel)).toBeGreaterThan(5);
  await page.getByRole("button", { name: "4 Update" }).click();
  await expect(page.locator(`${panel} table`)).toBeVisible();
  expect(await pressAll(page, panel)).toBeGreaterThan(60);
});

test("a mean's largest parts can be pressed, and every printed line is correct on a calculator", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 7);
  await page.locator('[data-quantity="L@7"]').first().click();
  const seen = new Set<string>();
  for (const next of [
    "ell",
    "z.2",
    "a.1.4",
    "W.1.4.1@7",
    "mhat",
    "m.",
    "gW.1.4.1@6",
    "gW.1.4.1[",
    "delta.1.4",
    "delta.2.1",
    "p[",
  ]) {
    const ledgers = await inspector(page)
      .locator("table[data-line]")
      .evaluateAll((tables) =>
        tables.map((table) => {
          const terms = [...table.querySelectorAll("tbody tr")].map((row) => row.children[1]!.textContent);
          return `${terms.join(" + ")} ${table.querySelector("tfoot td")!.textContent}`;
        }),
      );
    const lines = [...(await inspector(page).locator("p[data-line]").allTextContents()), ...ledgers];
    for (const line of lines) {
      const { value, result } = evaluateLine(line);
      expect(value, line).toBe(result);
      seen.add(line);
    }
    await press(page, next);
  }
  expect(seen.size).toBeGreaterThan(7);
});

test("the slope picture changes its parameter by keys, and the page follows", async ({ page }) => {
  await open(page);
  const before = await readStatus(page);
  await page.locator('[data-quantity="b.2.1@0"]').first().click();
  const handle = inspector(page).getByRole("slider");
  const value = Number(await handle.getAttribute("aria-valuenow"));
  await handle.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => Number(await handle.getAttribute("aria-valuenow"))).toBeGreaterThan(value);
  await expect.poll(async () => (await readStatus(page)).loss).not.toBe(before.loss);
});

for (const { width, height } of windows.slice(0, 2)) {
  test(`neither the inspector nor how the maps add up moves the network: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await typefacesLoaded(page);
    const output = page.getByRole("button", { name: /^Output/ });
    const before = await output.boundingBox();
    const sum = page.getByRole("region", { name: "How the maps add up" });
    await expect(sum).toBeVisible();
    expect(await output.boundingBox()).toEqual(before);
    for (const name of [/^Output/, /^Hidden layer 1, neuron 1/]) {
      await page.getByRole("button", { name }).click();
      await expect(inspector(page)).toBeVisible();
      await expect(sum).toContainText(
        name.source === "^Output" ? "neuron by neuron" : "of neuron 1 in layer 1",
      );
      expect(await output.boundingBox()).toEqual(before);
      await page.keyboard.press("Escape");
      await expect(inspector(page)).toBeHidden();
    }
  });
}

for (const { width, height } of windows) {
  test(`inspector, explained step and audit have no accessibility violation: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
    await page.getByRole("button", { name: /^Output/ }).click();
    await expect(inspector(page).locator("[data-inspected]")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Close the inspector" }).click();
    await page.getByRole("button", { name: "Explain step" }).click();
    await page.getByRole("button", { name: "3 Backward" }).click();
    await expect(page.locator('[aria-label="This step"] [data-quantity]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    if (width < 760) return;
    await page.getByRole("button", { name: "Leave the explained step" }).click();
    await page.getByRole("button", { name: "Show points as table" }).click();
    await expect(page.getByRole("region", { name: "All points" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("a number over time has axes, and can be read with keys and the pointer", async ({ page }) => {
  await open(page);
  await train(page);
  const { epoch: last } = await untilStopped(page);
  await page.locator('[data-quantity^="b.2.1@"]').first().click();
  await inspector(page).getByRole("button", { name: "Over time" }).click();
  const curve = inspector(page)
    .locator("svg[tabindex]")
    .filter({ has: page.getByText("epoch", { exact: true }) });
  await expect(curve).toHaveAttribute("aria-label", /^Over \d+ updates, from /);
  await curve.scrollIntoViewIfNeeded();
  const texts = (await curve.locator("text").allTextContents()).map((text) => text.replace("−", "-"));
  const numbers = texts.filter((text) => /^-?[\d.]+$/.test(text)).map(Number);
  expect(texts).toContain("epoch");
  // At least two values and two epochs.
  expect(numbers.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(last);
  const overlaps = await curve.evaluate((svg) => {
    const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
    return boxes.some((a, i) =>
      boxes.some(
        (b, j) =>
          i < j && a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom,
      ),
    );
  });
  expect(overlaps).toBe(false);
  const values = (at: number): string => {
    const session = createSession(defaultExperiment);
    while (session.t < at) session.step();
    return format(session.params.at(-1)!);
  };
  await curve.focus();
  await page.keyboard.press("Home");
  await expect(curve).toHaveAttribute("aria-label", new RegExp(`: ${values(0)}$`));
  await page.keyboard.press("ArrowRight");
  await expect(curve).toHaveAttribute("aria-label", /^Epoch [1-9]/);
  const read = (await curve.getAttribute("aria-label"))!;
  expect(read).toContain(`: ${values(Number(/\d+/.exec(read)![0]))}`);
  await curve.hover();
  await expect(curve).toHaveAttribute("aria-label", /: −?[\d.]+$/);
});
