import {
  createRecording,
  createRun,
  defaultExperiment,
  explain,
  format,
  optimizerOf,
  parseExperiment,
  type Run,
} from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { evaluateLine } from "./calculator.ts";
import { expect, test } from "./fixture.ts";
import { inspector, open, readStatus } from "./playground.ts";

const panel = (page: Page) => page.getByRole("region", { name: "This step" });

/** The run on the page, computed by the engine. */
function runOf(optimizer: string, epochs: number): Run {
  const recording = createRecording(
    parseExperiment({ version: 1, optimizer: { name: optimizer, learningRate: 0.1 } }),
  );
  while (recording.live.t < epochs) recording.step();
  return createRun(recording);
}

async function steps(page: Page, count: number): Promise<void> {
  for (let i = 1; i <= count; i++) {
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(i);
  }
}

/** Every number that is alone in the panel is the engine's. Lines of terms may have more digits. */
async function compare(page: Page, run: Run): Promise<number> {
  const shown = await panel(page)
    .locator("td [data-quantity]")
    .evaluateAll((all) =>
      all.map((element) => [element.getAttribute("data-quantity")!, element.textContent.trim()]),
    );
  for (const [id, text] of shown) {
    if (id!.startsWith("p[")) continue; // probabilities have their own format near 1
    expect(text, id).toBe(format(explain(run, id!).value));
  }
  return shown.length;
}

for (const [optimizer, label] of [
  ["sgd", "SGD"],
  ["momentum", "Momentum"],
  ["nesterov", "Nesterov"],
  ["adagrad", "AdaGrad"],
  ["rmsprop", "RMSProp"],
  ["adam", "Adam"],
  ["adamw", "AdamW"],
] as const) {
  test(`${label}: the step forward and back at all zooms shows the engine's numbers`, async ({ page }) => {
    await open(page);
    await page.getByLabel("Optimizer").selectOption(label);
    const rate = page.getByLabel("Learning rate value");
    await rate.fill("0.1");
    await rate.press("Enter");
    await steps(page, 3);
    const run = runOf(optimizer, 4);
    await page.getByRole("button", { name: "Explain step" }).click();
    await expect(panel(page)).toBeVisible();
    for (const zoom of ["Stage", "Layer"]) {
      await panel(page).getByRole("radio", { name: zoom }).check({ force: true });
      await panel(page).getByRole("button", { name: "1 Forward" }).click();
      const next = panel(page).getByRole("button", { name: "Next unit" });
      let numbers = 0;
      for (;;) {
        await expect(panel(page).locator("[data-quantity]").first()).toBeVisible();
        numbers += await compare(page, run);
        if (await next.isDisabled()) break;
        await next.click();
      }
      expect(numbers).toBeGreaterThan(40);
      await expect.poll(async () => (await readStatus(page)).epoch).toBe(4);
      const previous = panel(page).getByRole("button", { name: "Previous unit" });
      while (await previous.isEnabled()) await previous.click();
      await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
    }
    // At Scalar zoom: the rule with the optimizer's state, line by line, for the first weight.
    await panel(page).getByRole("radio", { name: "Scalar" }).check({ force: true });
    await panel(page).getByRole("button", { name: "4 Update" }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(4);
    const lines = optimizerOf(optimizer).derivation.map(([line]) =>
      line === "w" ? "W.1.1.1@4" : `${line}.W.1.1.1@4`,
    );
    await expect(panel(page).locator("[data-derived]")).toHaveCount(lines.length);
    for (const id of lines) {
      const result = panel(page).locator(`[data-derived="${id}"] [data-line]`);
      await expect(result).toContainText(
        explain(run, id).numbers!.tokens.at(-1)!.text.replace(/e.*/, "").replace("-", "−"),
      );
    }
  });
}

test("every scalar of a step: each line is correct on a calculator, and leads to the next", async ({
  page,
}) => {
  await open(page);
  await steps(page, 2);
  await page.getByRole("button", { name: "Explain step" }).click();
  await panel(page).getByRole("radio", { name: "Scalar" }).check({ force: true });
  const next = panel(page).getByRole("button", { name: "Next unit" });
  const derived = new Set<string>();
  let checked = 0;
  for (;;) {
    await expect(panel(page).locator("[data-derived]").first()).toBeVisible();
    for (const id of await panel(page)
      .locator("[data-derived]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-derived")!))) {
      derived.add(id);
    }
    for (const line of await panel(page).locator("p[data-line]").allTextContents()) {
      const { value, result } = evaluateLine(line);
      expect(value, line).toBe(result);
      checked += 1;
    }
    // A score prints "value", then "= term", "+ term" …: its second row, read as a line.
    for (const row of await panel(page)
      .locator("[data-line]:has(> div)")
      .evaluateAll((scores) =>
        scores.map((score) => {
          const values = [...score.children].map((column) => column.children[1]!.textContent);
          return `${values.slice(1).join(" ").replace("=", "")} = ${values[0]}`;
        }),
      )) {
      const { value, result } = evaluateLine(row);
      expect(value, row).toBe(result);
      checked += 1;
    }
    if (await next.isDisabled()) break;
    await next.click();
    await expect
      .poll(async () => {
        const id = await panel(page).locator("[data-derived]").last().getAttribute("data-derived");
        return id !== null && !derived.has(id);
      })
      .toBe(true);
  }
  expect(checked).toBeGreaterThan(60);
  for (const kind of [
    "z.1.1[",
    "a.1.1[",
    "p[",
    "ell[",
    "L@",
    "delta.2.1[",
    "delta.1.1[",
    "gW.1.1.1[",
    "gW.1.1.1@",
    "mhat.W.1.1.1@",
    "W.1.1.1@3",
  ]) {
    expect(
      [...derived].some((id) => id.startsWith(kind)),
      kind,
    ).toBe(true);
  }
});

test("after Update the run is one epoch further; going back undoes it; leaving keeps it", async ({
  page,
}) => {
  await open(page);
  await steps(page, 2);
  const two = await readStatus(page);
  await page.getByRole("button", { name: "Explain step" }).click();
  for (const stage of ["2 Loss", "3 Backward", "3b Average"]) {
    await panel(page).getByRole("button", { name: stage }).click();
    expect((await readStatus(page)).text).toBe(two.text);
  }
  await panel(page).getByRole("button", { name: "4 Update" }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
  const run = runOf("adam", 3);
  const text = await page.getByText("Predicted change in the loss").textContent();
  expect(text).toContain(format(explain(run, "predicted@3").value));
  expect(text).toContain(format(explain(run, "dL@3").value));
  await panel(page).getByRole("button", { name: "3 Backward" }).click();
  await expect.poll(async () => (await readStatus(page)).text).toBe(two.text);
  await panel(page).getByRole("button", { name: "4 Update" }).click();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
});

test("it plays by itself, pauses when a number is pressed, and returns to the same unit", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Explain step" }).click();
  await panel(page).getByRole("radio", { name: "Layer" }).check({ force: true });
  await panel(page).getByLabel("Pace").selectOption("4×");
  await panel(page).getByRole("button", { name: "Play the explanation" }).click();
  await expect(panel(page).getByText(/^(number|layer) \d of 2, (loss|backward|average)$/)).toBeVisible();
  await panel(page).locator("[data-quantity]").first().click();
  await expect(panel(page).getByRole("button", { name: "Play the explanation" })).toBeVisible();
  const position = await panel(page)
    .getByText(/^(number|layer) \d of 2, \w+$/)
    .textContent();
  await expect(inspector(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page).getByText(position!)).toBeVisible();
});

test("your turn: the value is blank; common mistakes are recognized, and the correct number is accepted", async ({
  page,
}) => {
  await open(page);
  const run = runOf("adam", 1);
  await page.getByRole("button", { name: "Explain step" }).click();
  await panel(page).getByLabel("Your turn", { exact: true }).check();
  await panel(page).getByRole("radio", { name: "Scalar" }).check({ force: true });
  await panel(page).getByRole("button", { name: "3 Backward" }).click();
  const field = panel(page).getByLabel(/^Your turn: what is/);
  const answer = async (value: number): Promise<void> => {
    await field.fill(String(Number(value.toPrecision(4))));
    await field.press("Enter");
  };
  const delta = explain(run, "delta.2.1[18]@0").value;
  await expect(field).toBeVisible();
  await answer(-delta);
  await expect(panel(page).getByText("Not quite. You flipped the sign.")).toBeVisible();
  await answer(delta);
  await expect(panel(page).getByText(`Correct. It’s ${format(delta)}.`)).toBeVisible();
  await panel(page).getByRole("button", { name: "Next unit" }).click();
  const hidden = explain(run, "delta.1.1[18]@0").value;
  const a = explain(run, "a.1.1[18]@0").value;
  await answer(hidden / (1 - a * a));
  await expect(panel(page).getByText("Not quite. You left out f′(z).")).toBeVisible();
  await answer(hidden);
  await expect(panel(page).getByText(`Correct. It’s ${format(hidden)}.`)).toBeVisible();
  expect(defaultExperiment.network.hidden[0]!.activation).toBe("tanh");
});

test("your turn hides its answers everywhere, at every zoom, until they are found", async ({ page }) => {
  await open(page);
  const run = runOf("adam", 1);
  await page.getByRole("button", { name: "Explain step" }).click();
  await panel(page).getByLabel("Your turn", { exact: true }).check();
  const texts = (id: string) => page.locator(`[data-quantity="${id}"]:visible`).allTextContents();
  for (const [zoom, stage, ids] of [
    ["Stage", "1 Forward", ["a.1.1[18]@0", "a.1.4[18]@0", "p[18]@0", "ell[18]@0", "L@0"]],
    ["Stage", "2 Loss", ["ell[18]@0", "L@0"]],
    ["Stage", "3 Backward", ["delta.2.1[18]@0", "delta.1.3[18]@0"]],
    ["Layer", "1 Forward", ["a.1.1[18]@0", "p[18]@0", "ell[18]@0"]],
    ["Scalar", "1 Forward", ["a.1.2[18]@0", "p[18]@0", "L@0"]],
    ["Scalar", "4 Update", ["W.1.1.1@1", "b.1.1@1"]],
  ] as const) {
    await panel(page).getByRole("radio", { name: zoom }).check({ force: true });
    await panel(page).getByRole("button", { name: stage }).click();
    await expect(panel(page).getByRole("textbox").first()).toBeVisible();
    for (const id of ids) {
      await expect.poll(async () => (await texts(id)).filter((text) => text !== "?"), id).toEqual([]);
    }
  }
  // Another point has its own answers.
  await panel(page).getByRole("radio", { name: "Layer" }).check({ force: true });
  await panel(page).getByRole("button", { name: "1 Forward" }).click();
  const point = page.getByRole("spinbutton", { name: "Point", exact: true });
  for (const other of [5, 18]) {
    await point.fill(String(other));
    await point.press("Enter");
    await expect(panel(page).locator(`[data-blank="z.1.1[${other}]@0"]`)).toBeVisible();
    await expect.poll(async () => (await texts(`p[${other}]@0`)).filter((text) => text !== "?")).toEqual([]);
  }
  // In a table a press chooses what to find, and what is found appears everywhere.
  await panel(page).getByRole("radio", { name: "Layer" }).check({ force: true });
  await panel(page).getByRole("button", { name: "1 Forward" }).click();
  const a = explain(run, "a.1.3[18]@0").value;
  await panel(page).locator('[data-blank="a.1.3[18]@0"]').click();
  const field = panel(page).getByRole("textbox");
  await field.fill(String(Number(a.toPrecision(4))));
  await field.press("Enter");
  await expect(panel(page).getByText(`Correct. It’s ${format(a)}.`)).toBeVisible();
  await expect.poll(() => texts("a.1.3[18]@0")).toEqual([format(a), format(a)]);
  await panel(page).getByRole("button", { name: "Next number" }).click();
  await expect(panel(page).locator('[aria-pressed="true"][data-blank]')).toHaveAttribute(
    "data-blank",
    "z.1.1[18]@0",
  );
  await panel(page).getByLabel("Your turn", { exact: true }).uncheck();
  await expect.poll(async () => (await texts("p[18]@0")).filter((text) => text === "?")).toEqual([]);
  await expect(panel(page).locator("[data-blank]")).toHaveCount(0);
});

test("units are counted as a person would, and the update says why it missed its prediction", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Explain step" }).click();
  await panel(page).getByRole("radio", { name: "Layer" }).check({ force: true });
  await panel(page).getByRole("button", { name: "3 Backward" }).click();
  await expect(panel(page).getByText("layer 2 of 2, backward", { exact: true })).toBeVisible();
  await panel(page).getByRole("button", { name: "Next unit" }).click();
  await expect(panel(page).getByText("layer 1 of 2, backward", { exact: true })).toBeVisible();
  // f′(z) of tanh is 1 − a², and each δ is Wᵀδ times it.
  const run = runOf("adam", 1);
  for (let j = 1; j <= 4; j++) {
    const a = explain(run, `a.1.${j}[18]@0`).value;
    await expect(panel(page).locator(`[data-quantity="slope.1.${j}[18]@0"]`)).toHaveText(format(1 - a * a));
  }
  await panel(page).getByRole("button", { name: "4 Update" }).click();
  await expect(panel(page).getByText(/The loss is lowest after \d+% of the step/)).toBeVisible();
});
