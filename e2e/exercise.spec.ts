/** Exercises: opened by link or file, solved in every style by keyboard, mouse and touch, and made by pressing numbers. */
import {
  type NumbersExercise,
  orderedLines,
  parseExercise,
  parseExperiment,
  readExerciseLink,
  writeExerciseLink,
  writeLink,
} from "@neural-viz/engine";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { exerciseLoop, type LoopInput, written } from "../packages/engine/test/exerciseLoop.ts";
import { violations, windows } from "./accessibility.ts";
import { open } from "./playground.ts";

const linkOf = (json: unknown): string => `./#${writeExerciseLink(parseExercise(json))}`;

/** A network with given weights, trained on one point. */
const given = ({ x, y, weight, bias, hidden, rate }: LoopInput, data: object) => ({
  version: 1,
  dataset: { name: "custom", inputs: x.length, ...data, samples: [[...x, ...y]] },
  network: {
    hidden: hidden.map((activation, l) => ({ units: weight[l]!.length, activation })),
    initializer: { name: "given", parameters: weight.map((w, l) => ({ weight: w, bias: bias[l]! })) },
  },
  optimizer: { name: "sgd", learningRate: rate },
});

/** The numbers in Matt Mazur's article. */
const published: Readonly<Record<string, number>> = {
  "z.1.1": 0.3775,
  "a.1.1": 0.593269992,
  "a.1.2": 0.596884378,
  "yhat.1": 0.75136507,
  "yhat.2": 0.772928465,
  ell: 0.298371109,
  "delta.2.1": 0.138498562,
  "gW.2.1.1": 0.082167041,
  "W.1.1.1@1": 0.149780716,
  "W.1.1.2@1": 0.19956143,
  "W.1.2.1@1": 0.24975114,
  "W.1.2.2@1": 0.29950229,
  "W.2.1.1@1": 0.35891648,
  "W.2.1.2@1": 0.408666186,
  "W.2.2.1@1": 0.51130127,
  "W.2.2.2@1": 0.561370121,
};

/** His example, and what is asked of it. His biases stay, and ours are trained; the others agree. */
const mazur = {
  experiment: {
    version: 1,
    dataset: {
      name: "custom",
      inputs: 2,
      targets: "values",
      outputs: 2,
      samples: [[0.05, 0.1, 0.01, 0.99]],
    },
    network: {
      hidden: [{ units: 2, activation: "sigmoid" }],
      output: { activation: "sigmoid", loss: "squaredError" },
      initializer: {
        name: "given",
        parameters: [
          {
            weight: [
              [0.15, 0.2],
              [0.25, 0.3],
            ],
            bias: [0.35, 0.35],
          },
          {
            weight: [
              [0.4, 0.45],
              [0.5, 0.55],
            ],
            bias: [0.6, 0.6],
          },
        ],
      },
    },
    optimizer: { name: "sgd", learningRate: 0.5 },
  },
  ask: Object.keys(published),
};
const two: LoopInput = {
  x: [0.2, 0.7],
  y: [1],
  weight: [
    [
      [0.4, -0.3],
      [-0.6, 0.8],
    ],
    [[0.9, -0.5]],
  ],
  bias: [[0.1, -0.2], [0.3]],
  hidden: ["tanh"],
  head: "sigmoid",
  rate: 0.5,
};
const softmax: LoopInput = {
  x: [1, -2],
  y: [0, 1, 0],
  weight: [
    [
      [0.3, 0.1],
      [-0.2, 0.4],
      [0.5, -0.1],
    ],
  ],
  bias: [[0.1, 0, -0.3]],
  hidden: [],
  head: "softmax",
  rate: 0.2,
};
const line: LoopInput = {
  x: [0.6],
  y: [-0.2],
  weight: [[[0.7]]],
  bias: [[0.1]],
  hidden: [],
  head: "mse",
  rate: 0.5,
};

const [, , phone] = windows;

/** The field that has the focus, by its stem; undefined if none has. */
async function focusedStem(page: Page): Promise<string | undefined> {
  const id = await page.evaluate(() => document.activeElement?.id ?? "");
  return id.startsWith("blank-") ? id.slice(6).replace("[1]", "").replace(/@0$/, "") : undefined;
}

const blank = (page: Page, id: string): Locator => page.locator(`[id="blank-${id}"]`);
const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Types every number into the field that has the focus, until none is left. Returns what was asked, in order. */
async function solve(page: Page, answers: Readonly<Record<string, number>>): Promise<string[]> {
  const asked: string[] = [];
  await page.getByRole("textbox").first().focus();
  for (let stem = await focusedStem(page); stem !== undefined; stem = await focusedStem(page)) {
    asked.push(stem);
    await page.keyboard.type(String(written(answers[stem]!, 4)));
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedStem(page)).not.toBe(stem);
    expect(asked.length).toBeLessThan(100);
  }
  return asked;
}

test("Mazur's example is solved with the keyboard alone and the numbers of his article", async ({ page }) => {
  await page.goto(linkOf(mazur));
  await expect(heading(page)).toHaveText(/^0 of 16 numbers done\. What is /);
  await expect(page).toHaveTitle(/^Exercise/);
  const asked = await solve(page, published);
  expect(asked.toSorted()).toEqual(Object.keys(published).toSorted());
  await expect(heading(page)).toHaveText("You found all 16 numbers.");
  await page.getByRole("button", { name: /^Forward/ }).click();
  await page.getByText("Why?").first().click();
  await expect(page.getByText("Each input times its weight, added up, plus the bias.")).toBeVisible();
});

for (const [name, loop, data] of [
  ["a hidden layer", two, {}],
  ["softmax", softmax, { targets: "classes", classes: 3 }],
  ["one value", line, { targets: "values", outputs: 1 }],
] as const) {
  test(`one whole update of ${name} is solved with the numbers of a plain loop`, async ({ page }) => {
    const samples = name === "softmax" ? [[...loop.x, 1]] : [[...loop.x, ...loop.y]];
    const experiment = given(loop, data);
    await page.goto(linkOf({ ...experiment, dataset: { ...experiment.dataset, samples } }));
    const answers = exerciseLoop(loop);
    const asked = await solve(page, answers);
    expect(asked.toSorted()).toEqual(Object.keys(answers).toSorted());
    await expect(heading(page)).toHaveText(`You found all ${asked.length} numbers.`);
  });
}

test("a common mistake gets its cause without the value, and hints come one at a time", async ({ page }) => {
  await page.goto(linkOf(given(two, {})));
  const field = blank(page, "z.1.1[1]@0");
  // 0.4 · 0.2 − 0.3 · 0.7 = −0.13, without the bias 0.1.
  await field.fill("-0.13");
  await field.press("Enter");
  const row = page.getByRole("listitem").filter({ has: field });
  await expect(row).toContainText("Not quite. You left out the bias.");
  await expect(row).not.toContainText("0.03");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await page.getByRole("button", { name: "Hint" }).click();
  await expect(row).toContainText("Each input times its weight");
  await expect(row).not.toContainText("With the numbers put in");
  await page.getByRole("button", { name: "Hint" }).click();
  await expect(row).toContainText("With the numbers put in: 0.1 + 0.4 · 0.2");
  await page.getByRole("button", { name: "Show this one" }).click();
  await expect(field).toBeHidden();
  await expect(page.getByText("−0.03000", { exact: true })).toBeVisible();
  await expect(heading(page)).toHaveText(/^1 of \d+ numbers done, 1 shown\. What is /);
  await expect(blank(page, "z.1.2[1]@0")).toBeFocused();
});

test("text that isn't a number is refused in one sentence, and a decimal comma is fine", async ({ page }) => {
  await page.goto(linkOf(given(two, {})));
  const field = blank(page, "z.1.1[1]@0");
  await field.fill("minus");
  await field.press("Enter");
  await expect(page.getByText("“minus” isn’t a number. Enter a number like 0.25.").first()).toBeVisible();
  await field.fill("−0,03");
  await field.press("Enter");
  await expect(heading(page)).toHaveText(/^1 of/);
});

test("what follows from a wrong number counts, and groups appear one after another", async ({ page }) => {
  await page.goto(linkOf({ experiment: given(two, {}), ask: ["z.1.1", "a.1.1", "delta.2.1"] }));
  await expect(blank(page, "delta.2.1[1]@0")).toHaveCount(0);
  const own = exerciseLoop(two, (value, stem) => (stem === "z.1.1" ? value + 0.5 : value));
  for (const stem of ["z.1.1", "a.1.1"]) {
    await blank(page, `${stem}[1]@0`).fill(String(written(own[stem]!, 4)));
    await blank(page, `${stem}[1]@0`).press("Enter");
  }
  await expect(page.getByText("Correct from your own earlier numbers.").first()).toBeVisible();
  await expect(blank(page, "delta.2.1[1]@0")).toBeVisible();
  await expect(heading(page)).toHaveText(/^1 of 3 numbers done/);
});

test("a stage that isn't left blank is worked out, with its numbers put in", async ({ page }) => {
  await page.goto(linkOf(given(two, {})));
  await page.getByRole("checkbox", { name: "Forward: 6 numbers" }).uncheck();
  await page.getByRole("button", { name: /^Forward/ }).click();
  await expect(page.getByText("= 0.1 + 0.4 · 0.2 + (−0.3) · 0.7")).toBeVisible();
  await expect(heading(page)).toHaveText(/^0 of \d+ numbers done/);
  await page.goto(linkOf({ experiment: given(two, {}), style: "worked" }));
  await expect(heading(page)).toHaveText("One update, worked out line by line.");
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Forward/ })).toHaveAttribute("aria-current", "step");
});

test("a stage that can't be seen yet is only looked at: hints and Show lead to a blank that can", async ({
  page,
}) => {
  await page.goto(linkOf({ experiment: given(two, {}), ask: ["z.1.1", "z.1.2", "ell"] }));
  await page.getByRole("button", { name: /^Loss/ }).click();
  await expect(page.getByText("These appear when you’ve answered the earlier stages.")).toBeVisible();
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Hint" }).click();
  await expect(blank(page, "z.1.1[1]@0")).toBeFocused();
  await blank(page, "z.1.2[1]@0").focus();
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: /^(Hint|Show this one)$/ }).click();
  await expect(blank(page, "z.1.1[1]@0")).toBeFocused();
  await page.getByRole("button", { name: "Show this one" }).click();
  await expect(blank(page, "ell[1]@0")).toBeFocused();
  await expect(heading(page)).toHaveText(/^2 of 3 numbers done, 2 shown\. What is /);
  await expect(page.getByLabel("Actions").getByText("2 of 3", { exact: true })).toBeVisible();
});

test("a reload keeps what was typed, and another exercise begins empty", async ({ page }) => {
  await page.goto(linkOf(given(two, {})));
  await blank(page, "z.1.1[1]@0").fill("-0.03");
  await blank(page, "z.1.1[1]@0").press("Enter");
  await blank(page, "z.1.2[1]@0").fill("7");
  await page.reload();
  await expect(heading(page)).toHaveText(/^1 of/);
  await expect(blank(page, "z.1.2[1]@0")).toHaveValue("7");
  await page.goto(linkOf(given(line, { targets: "values", outputs: 1 })));
  await expect(heading(page)).toHaveText(/^0 of 8/);
});

const derivation = ["z.1.1", "a.1.1", "z.2.1", "p", "delta.2.1", "gW.2.1.1"];
const ordered = { experiment: given(two, {}), ask: derivation, style: "ordered" };

/** The numbers of the right lines as shown, in the order in which they are computed, and those of the wrong ones. */
function linesOf(): { right: number[]; wrong: number[] } {
  const lines = orderedLines(parseExercise(ordered) as NumbersExercise);
  const stems = lines.map(({ id }) => id.replace("[1]", "").replace(/@0$/, ""));
  const isRight = (i: number): boolean => lines[i]!.mistake === undefined;
  return {
    right: derivation.map((stem) => stems.findIndex((one, i) => one === stem && isRight(i))),
    wrong: lines.map((_, i) => i).filter((i) => !isRight(i)),
  };
}

const lineOf = (page: Page, i: number): Locator => page.locator(`#line-${i}`);
const ofOrder = (page: Page): Locator =>
  page.getByRole("list", { name: "Your order" }).locator("[data-line]");
const orderOf = (page: Page): Promise<number[]> =>
  ofOrder(page).evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset["line"])));

test("lines are put in order with the keyboard, and announced", async ({ page }) => {
  await page.goto(linkOf(ordered));
  const { right, wrong } = linesOf();
  // The last two are swapped at first, and a wrong line is among them.
  const first = [...right.slice(0, 4), right[5]!, right[4]!, wrong[0]!];
  for (const i of first) {
    await lineOf(page, i).focus();
    await page.keyboard.press("Enter");
    await expect(lineOf(page, i)).toHaveAttribute("aria-pressed", "true");
    // One that isn't moved goes to the end of the order, too.
    if (i !== wrong[0]) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(lineOf(page, i)).toHaveAttribute("aria-pressed", "false");
  }
  expect(await orderOf(page)).toEqual(first);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("2 lines aren’t right yet.").first()).toBeVisible();
  await expect(page.getByText(/^Too early: /)).toBeVisible();
  await expect(page.getByText(/^This line is wrong\. /)).toBeVisible();
  await lineOf(page, wrong[0]!).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press(" ");
  await lineOf(page, right[5]!).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Place 4 of 6 in your order.")).toBeAttached();
  await page.keyboard.press("Escape");
  expect(await orderOf(page)).toEqual(first.slice(0, 6));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await orderOf(page)).toEqual(right);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(heading(page)).toHaveText("All 6 lines are in order.");
  await page.reload();
  await expect.poll(() => orderOf(page)).toEqual(right);
});

test("lines are dragged with a mouse, to a place and back, and a press moves one over", async ({ page }) => {
  await page.goto(linkOf(ordered));
  const { right } = linesOf();
  const [a, b, c] = right as [number, number, number];
  const drag = async (i: number, to: Locator, share = 0.5): Promise<void> => {
    const from = (await lineOf(page, i).boundingBox())!;
    const target = (await to.boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + from.height / 2 + 12);
    await page.mouse.move(target.x + 60, target.y + target.height * share, { steps: 4 });
    await page.mouse.up();
  };
  const order = page.getByRole("list", { name: "Your order" });
  await drag(b, order);
  await drag(c, order, 0.9);
  await drag(a, lineOf(page, b), 0.1);
  expect(await orderOf(page)).toEqual([a, b, c]);
  await drag(c, lineOf(page, b), 0.2);
  expect(await orderOf(page)).toEqual([a, c, b]);
  await drag(c, page.getByRole("list", { name: "Lines", exact: true }));
  expect(await orderOf(page)).toEqual([a, b]);
  await lineOf(page, c).click();
  expect(await orderOf(page)).toEqual([a, b, c]);
  await lineOf(page, a).click();
  expect(await orderOf(page)).toEqual([b, c]);
});

test("lines are dragged with a finger by their grip", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    hasTouch: true,
    viewport: { width: 820, height: 1000 },
  });
  const page = await context.newPage();
  await page.goto(linkOf(ordered));
  const { right } = linesOf();
  const from = (await lineOf(page, right[0]!).locator("span").first().boundingBox())!;
  const to = (await page.getByRole("list", { name: "Your order" }).boundingBox())!;
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await touch("touchStart", x, y);
  for (const share of [0.1, 0.4, 0.7, 1])
    await touch("touchMove", x + share * (to.x + 80 - x), y + share * (to.y + 40 - y));
  await touch("touchEnd", 0, 0);
  await expect.poll(() => orderOf(page)).toEqual([right[0]]);
  await context.close();
});

test("an unknown is solved for, and what comes out of a wrong answer is shown", async ({ page }) => {
  // z = b + 0.5 · 2 − 0.25 · 4 = b, and σ(z) = 0.7 at z = ln(0.7 / 0.3) = 0.8473.
  const one: LoopInput = { ...line, x: [2, 4], y: [1], weight: [[[0.5, -0.25]]], bias: [[0.3]] };
  const json = { experiment: given(one, {}), ask: ["b.1.1"], given: { p: 0.7 }, style: "solve" };
  await page.goto(linkOf(json));
  await expect(heading(page)).toHaveText(/^Which .* makes .* = 0\.7\?$/);
  const field = page.getByRole("textbox");
  await field.fill("0.3");
  await field.press("Enter");
  await expect(page.getByText("Not quite. Your value gives 0.5744 instead of 0.7000.")).toBeVisible();
  await field.fill("0,8473");
  await field.press("Enter");
  await expect(heading(page)).toHaveText(/= 0,8473 makes .* = 0\.7\.$/);
});

test("an unknown has hints and can be shown, and what was shown is no result to hand in", async ({
  page,
}) => {
  const one: LoopInput = { ...line, x: [2, 4], y: [1], weight: [[[0.5, -0.25]]], bias: [[0.3]] };
  const json = { experiment: given(one, {}), ask: ["b.1.1"], given: { p: 0.7 }, style: "solve" };
  await page.goto(linkOf(json));
  const answer = page.getByRole("region", { name: "Your answer" });
  await page.getByRole("button", { name: "Hint" }).click();
  await expect(answer).toContainText(/leads to .* in these steps:/);
  await page.getByRole("button", { name: "Show this one" }).click();
  await expect(answer).toContainText("It’s 0.8473.");
  await expect(heading(page)).toHaveText(/= 0\.8473 makes .* = 0\.7\.$/);
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy result" })).toHaveCount(0);
});

test("an unknown without a solution has a sheet, no key, and says why", async ({ page }) => {
  // A probability is never 2.
  const json = { experiment: given(two, {}), ask: ["b.2.1"], given: { p: 2 }, style: "solve" };
  await page.goto(linkOf(json));
  const setup = page.getByRole("complementary", { name: "Exercise setup" });
  await page.getByRole("button", { name: "Save the key" }).click();
  await expect(setup).toContainText(/The exercise has no solution, so there’s no key: no value of b\.2\.1/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the sheet" }).click();
  await download;
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: /^(Hint|Show this one)$/ }).click();
  await expect(page.getByText(/^The exercise has no solution: no value of b\.2\.1/)).toBeVisible();
});

/** Drops a file onto the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content!], fileName!));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    },
    [name, text],
  );
}

test("a file of an exercise opens it, and damaged ones keep what is open", async ({ page }) => {
  await open(page);
  await drop(page, "exercise.json", JSON.stringify(mazur));
  await expect(heading(page)).toHaveText(/^0 of 16/);
  expect(readExerciseLink(new URL(page.url()).hash.slice(1))).toEqual(parseExercise(mazur));
  await drop(page, "exercise.json", JSON.stringify({ ...mazur, ask: ["q.1"] }));
  await expect(page.getByRole("alert")).toContainText("ask[0] must be the id of a quantity");
  await expect(heading(page)).toHaveText(/^0 of 16/);
  await page.goBack();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
  await page.evaluate(
    () => (location.hash = '#{"version":1,"exercise":{"experiment":{"version":1},"t":-1}}'),
  );
  await expect(page.getByRole("alert")).toContainText("t must be a whole number");
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
});

test("a damaged link opens the playground and says why", async ({ page }) => {
  await page.goto(linkOf(mazur).slice(0, -20));
  await expect(page.getByRole("alert")).toContainText("The link is incomplete");
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
});

test("an exercise leads to its experiment in the playground", async ({ page }) => {
  await page.goto(linkOf(mazur));
  await page.getByRole("button", { name: "Open in the playground" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0, loss 0\.2984/);
});

test("new numbers are those of the next good seed, in the address", async ({ page }) => {
  const drawn = {
    version: 1,
    dataset: { name: "custom", samples: [[0.2, 0.7, 1]] },
    optimizer: { name: "sgd" },
  };
  await page.goto(linkOf({ experiment: drawn, ask: ["z.1.1", "p"] }));
  const before = page.url();
  await page.getByRole("button", { name: "New numbers" }).click();
  await expect.poll(() => page.url()).not.toBe(before);
  const { experiment } = readExerciseLink(new URL(page.url()).hash.slice(1))!;
  expect(experiment.network.initializer).toMatchObject({ name: "torch", decimals: 2 });
  expect((experiment.network.initializer as { seed: number }).seed).toBeGreaterThan(19);
  await page.goto(linkOf(mazur));
  await expect(page.getByRole("button", { name: "New numbers" })).toHaveCount(0);
});

/** Opens the tool from the start. */
async function openTool(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tools" }).click();
  await page.getByRole("button", { name: /^Make an exercise/ }).click();
  await expect(
    page.getByRole("switch", { name: "Press numbers" }).or(page.getByLabel("Press numbers")),
  ).toBeVisible();
}

test("an exercise is made by pressing numbers, and has what was pressed", async ({ page }) => {
  await page.goto("./");
  await openTool(page);
  await page.locator('main [data-quantity^="p["]').filter({ visible: true }).first().click();
  await expect(page.locator("[data-inspected]")).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Asked" }).getByRole("listitem")).toHaveCount(1);
  await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
  await expect(page.getByLabel("Use only this point")).toBeChecked();
  await expect(
    page.getByText(/An update averages over all 200 points, so this exercise uses point \d+ alone\./),
  ).toBeVisible();
  await page.getByRole("button", { name: "Remove L", exact: true }).click();
  await page.locator('main [data-unit="input 1"], main [data-quantity^="x["]').first().click();
  await expect(page.getByRole("alert")).toHaveText("x₁ is given, so an exercise can’t ask for it.");
  await page.getByRole("button", { name: "Add the forward pass" }).click();
  await expect(page.getByRole("list", { name: "Asked" }).getByRole("listitem")).toHaveCount(8);
  await page.getByRole("button", { name: "Open the exercise" }).click();
  await expect(heading(page)).toHaveText(/^0 of 8 numbers done/);
  await page.goBack();
  await page.getByRole("button", { name: /^Close: Make an exercise/ }).click();
  await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
  await expect(page.locator("[data-inspected]")).toBeVisible();
});

/** The numbers of a group in the tool's list. */
const groupOf = (page: Page, name: string): Locator =>
  page.locator("details").getByRole("region", { name, exact: true }).getByRole("button");

test("numbers are picked from a list on a phone, in the order of the update", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(
    `./#${writeLink({ experiment: parseExperiment({ version: 1 }), t: 0, panel: "makeExercise" })}`,
  );
  await page.getByText("Pick numbers").click();
  const pick = (group: string, i: number): Promise<void> => groupOf(page, group).nth(i).press("Enter");
  await pick("New values in layer 1", 0);
  await pick("Loss", 0);
  await pick("Layer 1", 0);
  await expect(page.getByText(/so this exercise uses point \d+ alone/)).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  const { ask } = readExerciseLink(new URL(page.url()).hash.slice(1))!;
  expect(ask).toEqual(["z.1.1[1]@0", "ell[1]@0", "W.1.1.1@1"]);
});

test("a pressed weight is the unknown to solve for, and its goal can be reached", async ({ page }) => {
  const link = { experiment: parseExperiment({ version: 1 }), t: 0, panel: "makeExercise" };
  await page.goto(`./#${writeLink({ ...link, settings: { style: "solve" } })}`);
  await page.getByText("Pick numbers").click();
  await groupOf(page, "Weights and biases of layer 1").first().click();
  await groupOf(page, "Layer 1").first().click();
  await expect(page.getByLabel("Use only this point")).not.toBeChecked();
  const goal = page.getByRole("spinbutton", { name: "Result" });
  await expect(goal).toBeVisible();
  await expect(page.getByText(/it can’t be solved/)).toHaveCount(0);
  await goal.fill("900000");
  await goal.press("Enter");
  await expect(page.getByText(/^As it is, it can’t be solved: no value of W\.1\.1\.1/)).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  expect(readExerciseLink(new URL(page.url()).hash.slice(1))!.ask).toEqual(["W.1.1.1@0"]);
});

test("a later epoch becomes rounded initial weights, and one whole update is of this point alone", async ({
  page,
}) => {
  const experiment = parseExperiment({ version: 1, dataset: { name: "moons" } });
  const link = { ...experiment, training: { ...experiment.training, epochs: 100 } };
  await page.goto(`./#${writeLink({ experiment: link, t: 7, panel: "makeExercise" })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 7/);
  await expect(page.getByText("begins with the weights after 7 updates")).toBeVisible();
  await page.getByRole("button", { name: "Add one whole update" }).click();
  await expect(
    page.getByText(/An update averages over all 200 points, so this exercise uses point \d+ alone\./),
  ).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  await expect(heading(page)).toHaveText(/^0 of \d+ numbers done/);
  const exercise = readExerciseLink(new URL(page.url()).hash.slice(1))!;
  const { initializer } = exercise.experiment.network;
  expect(initializer.name).toBe("given");
  if (initializer.name !== "given") return;
  for (const { weight, bias } of initializer.parameters)
    for (const value of [weight, bias].flat(2)) expect(value).toBe(Number(value.toFixed(2)));
});

const deep = {
  experiment: {
    version: 1,
    dataset: {
      name: "custom",
      inputs: 4,
      targets: "classes",
      classes: 4,
      samples: [[0.2, 0.7, 0.1, 0.4, 2]],
    },
    network: {
      hidden: ["tanh", "sigmoid", "tanh", "sigmoid"].map((activation) => ({ units: 8, activation })),
    },
    optimizer: { name: "sgd" },
  },
  ask: ["z.1.1", "a.1.1", "z.2.1", "z.5.1", "ell", "delta.5.1", "W.5.1.1@1"],
};

const solving = { experiment: given(two, {}), ask: ["b.2.1"], given: { p: 0.5 }, style: "solve" };
const styles = {
  blanks: mazur,
  worked: { ...mazur, style: "worked" },
  ordered,
  solve: solving,
  "a large network": deep,
};
for (const [name, json] of Object.entries(styles)) {
  test(`${name} fits into every window and is accessible`, async ({ page }) => {
    for (const viewport of windows) {
      await page.setViewportSize(viewport);
      await page.goto("about:blank");
      await page.goto(linkOf(json));
      await expect(heading(page)).toBeVisible();
      await expect(page.locator(".katex").first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${viewport.width}`).toBeLessThanOrEqual(0);
    }
    expect(await violations(page)).toEqual([]);
  });
}

test("feedback, hints and the tool that makes exercises are accessible", async ({ page }) => {
  await page.goto(linkOf(given(two, {})));
  await blank(page, "z.1.1[1]@0").fill("7");
  await blank(page, "z.1.1[1]@0").press("Enter");
  await page.getByRole("button", { name: "Hint" }).click();
  expect(await violations(page, "main")).toEqual([]);
  await page.goto("about:blank");
  await page.setViewportSize(phone);
  const experiment = parseExperiment({ version: 1 });
  await page.goto(`./#${writeLink({ experiment, t: 0, panel: "makeExercise" })}`);
  await page.getByRole("button", { name: "Add the forward pass" }).click();
  expect(await violations(page, "[data-picture='Make an exercise']")).toEqual([]);
});

test("with several points, every blank says whose it is, and the network shows that point", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const samples = [
    [0.25, 0],
    [0.75, 1],
  ];
  const exercise = {
    experiment: {
      version: 1,
      dataset: { name: "custom", inputs: 1, samples },
      network: { hidden: [], initializer: { name: "given", parameters: [{ weight: [[2]], bias: [-1] }] } },
    },
    ask: ["z.1.1[1]@0", "z.1.1[2]@0"],
  };
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ version: 1, exercise }))}`);
  const network = page.getByRole("img", { name: /1→1/ });
  for (const [i, [x, y]] of samples.entries()) {
    const field = page.getByRole("textbox", { name: new RegExp(`of point ${i + 1}$`) });
    await field.focus();
    await expect(network).toContainText(String(x));
    await expect(network).toContainText(`= ${y}`);
    await field.fill(String(2 * x! - 1));
    await field.press("Enter");
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You found all 2 numbers.");
});
