import { expect, test } from "./fixture.ts";
import { datasetNames, inspector, open, scrubTo, readStatus, train, untilStopped } from "./playground.ts";

/** A small seeded generator, so that a failure can be repeated. Marsaglia 2003, xorshift. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

test("five hundred rapid changes of data, network and playback leave a consistent page", async ({ page }) => {
  await open(page);
  const next = random(20_261_124);
  // The actions run inside the page, without waiting in between: faster than any person.
  const actions = Array.from({ length: 500 }, () => ({ kind: next(12), a: next(1000), b: next(1000) }));
  for (let from = 0; from < actions.length; from += 20) {
    await page.evaluate(
      (some) => {
        const button = (name: string): void =>
          document.querySelectorAll("button").forEach((element) => {
            const label = element.getAttribute("aria-label") ?? element.textContent.trim();
            if (label === name && !element.disabled) element.click();
          });
        const pick = (selector: string, n: number): HTMLElement | undefined => {
          const found = document.querySelectorAll<HTMLElement>(selector);
          return found[n % Math.max(1, found.length)];
        };
        for (const { kind, a, b } of some) {
          if (kind === 0) pick("[role=radiogroup][aria-label=Dataset] input", a)?.click();
          else if (kind === 1) button("Add hidden layer");
          else if (kind === 2) button("Remove hidden layer");
          else if (kind === 3) pick("button[aria-label=More], button[aria-label=Less]", a)?.click();
          else if (kind === 4 || kind === 5) {
            const select = pick("select", a);
            if (!(select instanceof HTMLSelectElement)) continue;
            select.selectedIndex = b % select.options.length;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          } else if (kind === 6) button("Train");
          else if (kind === 7) button("Pause");
          else if (kind === 8) button("Step");
          else if (kind === 9) button("Reset");
          else if (kind === 10) button("New data seed");
          else button("Restart");
        }
      },
      actions.slice(from, from + 20),
    );
  }
  await page.getByRole("button", { name: "Restart" }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(0);
  const shape = (await page.getByText(/^2(→\d+)*→1$/).textContent()) ?? "";
  const neurons = shape.split("→").reduce((sum, units) => sum + Number(units), 0);
  await expect(page.getByRole("grid").getByRole("button")).toHaveCount(neurons);
  const { count } = await readStatus(page);
  const chosen = await page.getByRole("radiogroup", { name: "Dataset" }).locator("input:checked").count();
  expect(chosen).toBe(1);
  await expect(page.getByText(`${count} points · 2 classes`)).toBeVisible();
  await expect(page.getByText("can’t be shown")).toHaveCount(0);
  expect(datasetNames.length).toBe(8);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
});

test("what the mouse rests on may disappear: a neuron with its layer, an epoch with its branch", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await page.getByRole("button", { name: "Remove hidden layer" }).focus();
  await page.getByRole("button", { name: /^Output/ }).hover();
  await expect(page.locator("main table[aria-live]")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: /2, 4, 1/ })).toBeVisible();

  await train(page);
  await untilStopped(page);
  await scrubTo(page, 20);
  await page.getByRole("button", { name: /^Output/ }).click();
  await inspector(page).getByRole("button", { name: "Over time" }).click();
  const curve = inspector(page).locator("svg[role=img]").last();
  await page.getByRole("slider", { name: /^Learning rate/ }).focus();
  await curve.hover({ position: { x: 200, y: 20 } });
  await expect(curve.locator("circle")).toHaveCount(1);
  await page.keyboard.press("ArrowRight"); // this changes the future, so later epochs no longer exist
  await expect(curve.locator("circle")).toHaveCount(0);
});

test("five hundred rapid actions in tools, the explained step, scenes and data of every task leave a consistent page", async ({
  page,
}) => {
  await open(page);
  const next = random(20_261_201);
  const actions = Array.from({ length: 500 }, () => ({ kind: next(16), a: next(1000), b: next(1000) }));
  for (let from = 0; from < actions.length; from += 10) {
    await page.evaluate(
      (some) => {
        const all = (selector: string): HTMLElement[] => [
          ...document.querySelectorAll<HTMLElement>(selector),
        ];
        const pick = (selector: string, n: number): HTMLElement | undefined => {
          const found = all(selector).filter((element) => !element.matches(":disabled"));
          return found[n % Math.max(1, found.length)];
        };
        const button = (name: string): void =>
          all("button").forEach((element) => {
            const label = element.getAttribute("aria-label") ?? element.textContent.trim();
            if (label === name && !element.matches(":disabled")) element.click();
          });
        const panel = "main section[data-picture], [aria-label='This step']";
        for (const { kind, a, b } of some) {
          if (kind < 3) pick("[popover] button:has(span + span)", a)?.click();
          else if (kind === 3) button("Explain step");
          else if (kind === 4) button("Next unit");
          else if (kind === 5) button("Your turn");
          else if (kind === 6) pick("[aria-label='This step'] input[type=checkbox]", a)?.click();
          else if (kind === 7) pick("[aria-label='This step'] [role=radiogroup] input", a)?.click();
          else if (kind === 8) pick("[role=radiogroup][aria-label=Task] input", a)?.click();
          else if (kind === 9) pick("[role=radiogroup][aria-label=Dataset] input", a)?.click();
          else if (kind === 10) button(a % 2 === 0 ? "Train" : "Pause");
          else if (kind === 11) button("Step");
          else if (kind === 12) pick(`:is(${panel}) button`, a)?.click();
          else if (kind === 13) {
            const select = pick(`:is(${panel}) select`, a);
            if (!(select instanceof HTMLSelectElement)) continue;
            select.selectedIndex = b % select.options.length;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          } else if (kind === 14) button("Add scene");
          else pick("main [data-quantity]", a)?.click();
        }
      },
      actions.slice(from, from + 10),
    );
    await page.waitForTimeout(50); // lazily loaded parts arrive in between
    await expect(page.getByText("can’t be shown")).toHaveCount(0);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Restart" }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(0);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
  await expect(page.getByText("can’t be shown")).toHaveCount(0);
});
