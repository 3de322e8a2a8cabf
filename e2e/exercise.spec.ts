/** Exercises on the page: opened by link or file, and solved blank by blank, in every window. */
import { parseExercise, parseExperiment, readExerciseLink, writeLink } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { exerciseLoop, written } from "../packages/engine/test/exerciseLoop.ts";
import { violations, windows } from "./accessibility.ts";
import {
  blank,
  given,
  heading,
  line,
  linkOf,
  mazur,
  ordered,
  published,
  softmax,
  solve,
  two,
} from "./exercises.ts";
import { expect, test } from "./fixture.ts";
import { open } from "./playground.ts";

const [, , phone] = windows;

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

test("a hint puts in one's own earlier numbers, and doesn't give the right ones away", async ({ page }) => {
  await page.goto(linkOf({ experiment: given(two, {}), ask: ["z.1.1", "a.1.1"] }));
  await blank(page, "z.1.1[1]@0").fill("0.47");
  await blank(page, "z.1.1[1]@0").press("Enter");
  await blank(page, "a.1.1[1]@0").focus();
  await page.getByRole("button", { name: "Hint" }).click();
  await page.getByRole("button", { name: "Hint" }).click();
  await expect(page.getByText("With the numbers put in: ").first()).toContainText("0.47");
  // The right one is 0.1 + 0.4 · 0.2 − 0.3 · 0.7 = −0.03.
  await expect(page.getByText("With the numbers put in: ").first()).not.toContainText("0.03");
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
