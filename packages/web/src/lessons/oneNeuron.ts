import { biasName, ids, trace, weightName } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt } from "./scene.ts";
import { bias, chosen, number, weight, words, yHat, z } from "./words.ts";

const TIMES = 3;
const start = [2, -1, 0.5] as const;

/** One neuron with these weights and bias, looking at two clusters. */
const neuron = ([w1, w2, b]: readonly number[]) =>
  experimentOf({
    data: { name: "clusters", points: 60, noise: 0.05, seed: 4 },
    start: [{ weight: [[w1!, w2!]], bias: [b!] }],
    rate: 1,
    epochs: 500,
  });

const first = { experiment: neuron(start), t: 0 };
const times = { experiment: neuron(start.map((value) => value * TIMES)), t: 0 };

/** Whether any point changes sides when all three numbers are multiplied. */
function moves({ session }: Scene): boolean {
  const after = sceneAt(times).session.probability;
  return session.probability.some((p, s) => p > 0.5 !== after[s]! > 0.5);
}

/** Whether the answers get further away from a coin flip. */
function surer({ session }: Scene): boolean {
  const after = sceneAt(times).session.probability;
  return session.probability.every((p, s) => Math.abs(after[s]! - 0.5) >= Math.abs(p - 0.5));
}

const share = ({ session }: Scene): number => session.correct / session.train.count;
const right = ({ session }: Scene): string => `${session.correct} of ${session.train.count}`;
const sliders = [weightName(1, 1, 1), weightName(1, 1, 2), biasName(1, 1)].map(
  (name) => ({ kind: "parameter", name, min: -20, max: 20 }) as const,
);

export const oneNeuron: Lesson = {
  title: "One neuron, one line",
  aha: "A neuron is a ruler with a fuzzy edge.",
  steps: [
    {
      kind: "say",
      enter: first,
      text: words`A neuron weighs its two inputs, adds its bias, and gets ${z}. Where ${z} is zero it has no opinion: that is the thick line in the decision boundary. On one side it says blue, on the other orange, and it has ${right} points right.`,
    },
    {
      kind: "do",
      controls: sliders,
      text: words`Turn the ruler with ${weight(1)} and ${weight(2)}, push it with ${bias}, until nine in ten points are on their side. Now: ${right}. (The small numbers on the lines are gradients, for a later lesson.)`,
      done: (scene) => share(scene) >= 0.9,
      solution: () => ({ experiment: neuron([12, 12, -12]), t: 0 }),
    },
    {
      kind: "choose",
      enter: first,
      ask: words`Back to the first position. Multiply both weights and the bias by ${chosen(TIMES)}. What changes?`,
      options: [
        {
          words: words`The line moves, the certainty stays.`,
          holds: (asked) => moves(asked) && !surer(asked),
          reply: words`Where ${z} is zero, any multiple of it is zero too.`,
        },
        {
          words: words`The line stays, the certainty grows.`,
          holds: (asked) => !moves(asked) && surer(asked),
          reply: words`Yes.`,
        },
        {
          words: words`Line and certainty both change.`,
          holds: (asked) => moves(asked) && surer(asked),
          reply: words`The certainty does. But where ${z} is zero, any multiple of it is zero too.`,
        },
        {
          words: words`Nothing: the factor cancels.`,
          holds: (asked) => !moves(asked) && !surer(asked),
          reply: words`It cancels only on the line itself; everywhere else ${z} grows, and ${yHat} with it.`,
        },
      ],
      reveal: times,
      why: words`The direction of the weights turns the ruler, their size sharpens its edge: a small ${z} is a guess, a large one a conviction.`,
      decides: () => ids.p.of(1, 0),
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`What exactly does the neuron answer for a place on the line itself? (${yHat}, from zero to one)`,
      answer({ session: { network, params } }) {
        const [w1, w2, b] = params;
        return trace(network, params, 0.5, -(b! + w1! * 0.5) / w2!).probability;
      },
      within: 0.001,
      why: words`On the line ${z} is zero. The curve that makes an answer of ${z}, the sigmoid, goes through a half there: the coin flip.`,
    },
    {
      kind: "do",
      enter: first,
      text: words`Ask for proof. Press the number in the output neuron ${yHat}, or any number with dots below it: where does it come from?`,
      done: ({ inspected }) => inspected !== undefined,
      solution: () => ({ ...first, inspect: ids.p.of(18, 0) }),
    },
    {
      kind: "challenge",
      enter: { experiment: neuron([12, 12, -12]), t: 0 },
      controls: sliders,
      text: words`This neuron was set so that nearly every point is right. Make it wrong about every single one. What is the least that has to change? Now right: ${right}.`,
      done: ({ session }) => session.correct === 0,
      solution: () => ({ experiment: neuron([-12, -12, 12]), t: 0 }),
    },
    {
      kind: "say",
      enter: { experiment: neuron([-12, -12, 12]), t: 0 },
      text: words`Turning all signs keeps the line and swaps the sides: a neuron that is always wrong knows as much as one that is always right. Its loss is ${number(quantity.L)}, though: being sure and wrong is dear. That is the next lesson.`,
    },
  ],
};
