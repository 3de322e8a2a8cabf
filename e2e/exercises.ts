/** Exercises for the tests of their page: networks with given weights, their links, and the ways to fill in blanks. */
import { parseExercise, writeExerciseLink } from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { type LoopInput, written } from "../packages/engine/test/exerciseLoop.ts";
import { expect } from "./fixture.ts";

export const linkOf = (json: unknown): string => `./#${writeExerciseLink(parseExercise(json))}`;

/** A network with given weights, trained on one point. */
export const given = ({ x, y, weight, bias, hidden, rate }: LoopInput, data: object) => ({
  version: 1,
  dataset: { name: "custom", inputs: x.length, ...data, samples: [[...x, ...y]] },
  network: {
    hidden: hidden.map((activation, l) => ({ units: weight[l]!.length, activation })),
    initializer: { name: "given", parameters: weight.map((w, l) => ({ weight: w, bias: bias[l]! })) },
  },
  optimizer: { name: "sgd", learningRate: rate },
});

/** The numbers in Matt Mazur's article. */
export const published: Readonly<Record<string, number>> = {
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
export const mazur = {
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
export const two: LoopInput = {
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
export const softmax: LoopInput = {
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
export const line: LoopInput = {
  x: [0.6],
  y: [-0.2],
  weight: [[[0.7]]],
  bias: [[0.1]],
  hidden: [],
  head: "mse",
  rate: 0.5,
};

/** The field that has the focus, by its stem; undefined if none has. */
async function focusedStem(page: Page): Promise<string | undefined> {
  const id = await page.evaluate(() => document.activeElement?.id ?? "");
  return id.startsWith("blank-") ? id.slice(6).replace("[1]", "").replace(/@0$/, "") : undefined;
}

export const blank = (page: Page, id: string): Locator => page.locator(`[id="blank-${id}"]`);
export const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Types every number into the field that has the focus, until none is left. Returns what was asked, in order. */
export async function solve(page: Page, answers: Readonly<Record<string, number>>): Promise<string[]> {
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

export const derivation = ["z.1.1", "a.1.1", "z.2.1", "p", "delta.2.1", "gW.2.1.1"];
export const ordered = { experiment: given(two, {}), ask: derivation, style: "ordered" };
