import {
  biasName,
  type Experiment,
  ids,
  type ParameterName,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, number, type Symbol, words } from "./words.ts";

const NUDGE = 0.01;
const APART = 0.5;
const W11 = weightName(1, 1, 1);

/** A network of 2, 2 and 1 on the OR gate whose parameters all have this value. */
export const constant = (value: number): Experiment =>
  experimentOf({
    data: { name: "or" },
    hidden: [2],
    start: [
      {
        weight: [
          [value, value],
          [value, value],
        ],
        bias: [value, value],
      },
      { weight: [[value, value]], bias: [value] },
    ],
    rate: 0.5,
    epochs: 500,
  });

const zeros = { experiment: constant(0), t: 0 };
const halves = { experiment: constant(0.5), t: 0 };
const end = constant(0.5).training.epochs;
const nudged = withParameter(constant(0.5), 0, W11, 0.5 + NUDGE);

/** The parameters of hidden neuron j: what goes into it, and the weight of what comes out. */
const ofNeuron: readonly ((j: number) => ParameterName)[] = [
  (j) => weightName(1, j, 1),
  (j) => weightName(1, j, 2),
  (j) => biasName(1, j),
  (j) => weightName(2, 1, j),
];

/** How far apart the two hidden neurons' parameters are. */
export function apart(scene: Scene): number {
  return ofNeuron.reduce((sum, nameOf) => {
    const [one, other] = [1, 2].map((j) => valueIn(scene, quantity.parameter(nameOf(j))));
    return sum + Math.abs(one! - other!);
  }, 0);
}

/** The parameters whose gradient is not zero. */
export const moving = ({ session }: Scene): number[] =>
  [...session.gradient].flatMap((g, i) => (g === 0 ? [] : [i]));

const w11: Symbol = { tex: "W^{(1)}_{11}", plain: "W⁽¹⁾₁₁" };
const same = (indices: readonly number[], wanted: readonly number[]): boolean =>
  indices.join() === wanted.join();
const all = Array.from({ length: 9 }, (_, i) => i);

export const twins: Lesson = {
  title: "Twins",
  aha: "Identical neurons stay identical: randomness at the start is what makes them different.",
  steps: [
    {
      kind: "say",
      enter: zeros,
      text: words`A tidy idea: begin with every weight and every bias at zero, so that nothing is left to chance. The task is easy: the OR gate, three points blue and one orange.`,
    },
    {
      kind: "choose",
      enter: zeros,
      ask: words`All parameters are zero. Which gradients are not?`,
      options: [
        {
          words: words`All of them: the loss is ${number(quantity.L)}.`,
          holds: (asked) => same(moving(asked), all),
          reply: words`A gradient is a product. A zero weight lets no blame back, a zero activation no gradient forward.`,
        },
        {
          words: words`Only the bias of the output.`,
          holds: (asked) => same(moving(asked), [8]),
          reply: words`Yes.`,
        },
        {
          words: words`The weights and the bias of the output.`,
          holds: (asked) => same(moving(asked), [6, 7, 8]),
          reply: words`The hidden neurons output zero, and the output weights’ gradients have that as a factor.`,
        },
        {
          words: words`None.`,
          holds: (asked) => same(moving(asked), []),
          reply: words`There are more blue points than orange ones, and the output’s bias hears that directly.`,
        },
      ],
      reveal: { ...zeros, t: zeros.experiment.training.epochs },
      why: words`The bias learns how many are blue, and that is all that is ever learned. A zero gradient does not mean “learned”.`,
      decides: () => ids.parameter.of(biasName(2, 1), zeros.experiment.training.epochs),
    },
    {
      kind: "estimate",
      enter: halves,
      ask: words`Then not zero but one half everywhere: now gradients flow. After ${() => String(end)} epochs, how far apart are the parameters of the two hidden neurons, all differences added?`,
      answer: () => apart(trained(constant(0.5))),
      within: 0,
      reveal: { ...halves, play: true },
      why: words`Not a little: exactly zero, to the last bit. Same inputs, same blame, same update, for ever. Two neurons, the power of one.`,
      decides: () => ids.parameter.of(W11, end),
    },
    {
      kind: "do",
      enter: halves,
      controls: [{ kind: "parameter", name: W11, min: -2, max: 2 }],
      text: words`Break the spell: move ${w11}, the first weight of the first neuron, a tiny bit. ${chosen(NUDGE)} is enough.`,
      done: (scene) =>
        valueIn(scene, quantity.parameter(W11)) !== valueIn(scene, quantity.parameter(weightName(1, 2, 1))),
      solution: () => ({ experiment: nudged, t: 0 }),
    },
    {
      kind: "choose",
      enter: { experiment: nudged, t: 0 },
      ask: words`It is now larger by ${chosen(NUDGE)}. What will training do to that difference?`,
      options: [
        {
          words: words`Shrink it: they are drawn together.`,
          holds: (asked) => apart(trained(nudged)) < apart(asked) / 2,
          reply: words`Nothing draws them together; they only start from nearly the same place.`,
        },
        {
          words: words`Leave it about as it is.`,
          holds: (asked) =>
            apart(trained(nudged)) >= apart(asked) / 2 && apart(trained(nudged)) <= 2 * apart(asked),
          reply: words`Different values have different gradients, and those make more difference.`,
        },
        {
          words: words`Make it grow.`,
          holds: (asked) => apart(trained(nudged)) > 2 * apart(asked),
          reply: words`Yes.`,
        },
      ],
      reveal: { experiment: nudged, t: 0, play: true },
      why: words`Slowly they go separate ways: the sum of their differences grew from ${(asked) => String(chop(apart(asked)))} to ${() => String(chop(apart(trained(nudged))))}.`,
    },
    {
      kind: "challenge",
      enter: halves,
      controls: [
        { kind: "parameter", name: W11, min: -2, max: 2 },
        { kind: "parameter", name: weightName(1, 2, 2), min: -2, max: 2 },
      ],
      text: words`Make the twins differ by more than ${chosen(APART)} in all: push one of them, then train. Now: ${(scene) => String(chop(apart(scene)))}.`,
      done: (scene) => scene.t > 0 && apart(scene) > APART,
      solution: () => ({ experiment: withParameter(constant(0.5), 0, W11, 1), t: end }),
    },
  ],
};

const chop = (value: number): number => Number(value.toPrecision(3));
