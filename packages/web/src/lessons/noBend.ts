import {
  type ActivationName,
  biasName,
  format,
  ids,
  type ParameterName,
  type Session,
  trace,
  weightName,
} from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofActivation, ofWidth } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { bias, chosen, number, type Piece, type Symbol, weight, words, z } from "./words.ts";

const WIDTH = 8;
const FEW = 3;
/** Losses this close are those of the same line, found nearly or quite. */
const SAME = 0.01;
const EXACT = 0.001;

const moons = { name: "moons", points: 200, noise: 0.05, seed: 1 } as const;

/** So many layers of eight on the moons; none is a single neuron. */
export const stack = (layers: number, activation: ActivationName) =>
  experimentOf({
    data: moons,
    hidden: Array.from({ length: layers }, () => WIDTH),
    activation,
    start: 3,
    optimizer: "adam",
    rate: 0.1,
    epochs: 500,
  });

const single = stack(0, "tanh");
const small = {
  experiment: experimentOf({
    data: moons,
    hidden: [2],
    activation: "identity",
    start: [
      {
        weight: [
          [1, 2],
          [3, -1],
        ],
        bias: [0, 1],
      },
      { weight: [[2, 1]], bias: [-3] },
    ],
    rate: 0.1,
    epochs: 500,
  }),
  t: 0,
};
const neuron = ([w1, w2, b]: readonly number[]) =>
  experimentOf({ data: moons, start: [{ weight: [[w1!, w2!]], bias: [b!] }], rate: 0.1, epochs: 500 });

/** The weights and the bias of the one neuron that a network without a bend is: its z at three places tells them. */
export function lineOf({ network, params }: Pick<Session, "network" | "params">): readonly number[] {
  const at = (x1: number, x2: number): number => trace(network, params, x1, x2).z.at(-1)![0]!;
  const b = at(0, 0);
  return [at(1, 0) - b, at(0, 1) - b, b];
}

/** How far the answers are from those of the small network, where it is most. */
function off({ session }: Scene): number {
  const wanted = sceneAt(small).session.probability;
  return session.probability.reduce((most, p, s) => Math.max(most, Math.abs(p - wanted[s]!)), 0);
}

const right = ({ session }: Scene): string => `${session.correct} of ${session.train.count}`;
const gain = (layers: number): number =>
  valueIn(trained(single), quantity.L) - valueIn(trained(stack(layers, "identity")), quantity.L);
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]!.units;
const all = ({ session }: Scene): boolean => session.correct === session.train.count;
const lost = (layers: number, activation: ActivationName): number => {
  const { correct, train } = trained(stack(layers, activation)).session;
  return 1 - correct / train.count;
};

/** A number of the small network, in whatever scene. */
const ofSmall =
  (name: ParameterName): Piece =>
  () =>
    String(valueIn(sceneAt(small), quantity.parameter(name))).replace("-", "−");
/** A product stays on its line. */
const times: Piece = () => "\u00A0·\u00A0";
const x1: Symbol = { tex: "x_1", plain: "x₁" };

export const noBend: Lesson = {
  title: "No bend, no gain",
  aha: "Layers without a bend between them are one line, however many there are.",
  steps: [
    {
      kind: "say",
      enter: { experiment: single, t: single.training.epochs },
      text: words`The best line that a single neuron finds between two moons: ${right} points right, loss ${number(quantity.L)}. In the last lesson every hidden neuron bent its sum ${z} with a curve, tanh. Such a curve is called an activation. What are hidden neurons worth without one?`,
    },
    {
      kind: "choose",
      enter: { experiment: stack(1, "identity"), t: 0 },
      ask: words`Eight hidden neurons, and the activation called identity: each passes its sum on as it is. The single neuron had ${() => right(trained(single))}. How many will these get right, once trained?`,
      options: [
        {
          words: words`All, or nearly all.`,
          holds: () => lost(1, "identity") < 0.02,
          reply: words`So it would be with a bend: eight lines could fence anything in. Here the lines are only added up.`,
        },
        {
          words: words`About as many as the one.`,
          holds: () => Math.abs(lost(1, "identity") - lost(0, "tanh")) <= 0.02,
          reply: words`Yes.`,
        },
        {
          words: words`Far fewer.`,
          holds: () => lost(1, "identity") > lost(0, "tanh") + 0.02,
          reply: words`What one neuron can do, nine can do as well.`,
        },
      ],
      reveal: { experiment: stack(1, "identity"), t: 0, play: true },
      why: words`${() => right(trained(stack(1, "identity")))}. Lines added up are a line: look at the boundary.`,
    },
    {
      kind: "choose",
      enter: { experiment: stack(3, "identity"), t: 0 },
      ask: words`Two more such layers: now there are ${({ session }) => String(session.network.size)} parameters instead of ${() => String(trained(single).session.network.size)}. What do they bring?`,
      options: [
        {
          words: words`Bends: a few with every layer.`,
          holds: () => gain(3) > 0.1,
          reply: words`Nothing in these layers bends. They add and multiply, and a line comes out.`,
        },
        {
          words: words`Nothing.`,
          holds: () => Math.abs(gain(3)) < SAME,
          reply: words`Yes.`,
        },
        {
          words: words`Harm: it gets worse.`,
          holds: () => gain(3) <= -SAME,
          reply: words`They can still draw every line that one neuron can.`,
        },
      ],
      reveal: { experiment: stack(3, "identity"), t: 0, play: true },
      why: words`The loss ends at ${() => format(valueIn(trained(stack(3, "identity")), quantity.L))}, that of the single neuron at ${() => format(valueIn(trained(single), quantity.L))}: the same line, stored in more numbers.`,
    },
    {
      kind: "estimate",
      enter: small,
      ask: words`Why? Take a small one and multiply it out. From ${x1} two paths lead to the output: weights ${ofSmall(weightName(1, 1, 1))} then ${ofSmall(weightName(2, 1, 1))}, and ${ofSmall(weightName(1, 2, 1))} then ${ofSmall(weightName(2, 1, 2))}. Which single weight on ${x1} does the same?`,
      answer: ({ session }) => lineOf(session)[0]!,
      within: 0.001,
      why: words`Along a path multiply, and add the paths: ${ofSmall(weightName(1, 1, 1))}${times}${ofSmall(weightName(2, 1, 1))} + ${ofSmall(weightName(1, 2, 1))}${times}${ofSmall(weightName(2, 1, 2))}. A bend on the way would forbid it.`,
      decides: () => ids.z.of(2, 1, 1, 0),
    },
    {
      kind: "do",
      enter: { experiment: neuron([0, 0, 0]), t: 0 },
      controls: [weightName(1, 1, 1), weightName(1, 1, 2), biasName(1, 1)].map(
        (name) => ({ kind: "parameter", name, min: -10, max: 10 }) as const,
      ),
      text: words`Build the one neuron that does the same. ${weight(1)} you have found, ${weight(2)} is made likewise: ${ofSmall(weightName(1, 1, 2))}${times}${ofSmall(weightName(2, 1, 1))} + (${ofSmall(weightName(1, 2, 2))})${times}${ofSmall(weightName(2, 1, 2))}. Biases travel along too: ${bias} is ${ofSmall(biasName(1, 1))}${times}${ofSmall(weightName(2, 1, 1))} + ${ofSmall(biasName(1, 2))}${times}${ofSmall(weightName(2, 1, 2))} + (${ofSmall(biasName(2, 1))}). So far its answers are off by up to ${(scene) => format(off(scene))}.`,
      done: (scene) => off(scene) < EXACT,
      solution: () => ({ experiment: neuron(lineOf(sceneAt(small).session)), t: 0 }),
    },
    {
      kind: "choose",
      enter: { experiment: stack(3, "tanh"), t: 0 },
      ask: words`Back to the three layers of eight, with one word changed: tanh instead of identity. And now?`,
      options: [
        {
          words: words`The boundary stays a line.`,
          holds: () => Math.abs(lost(3, "tanh") - lost(0, "tanh")) <= 0.02,
          reply: words`A bend between two layers keeps them from being multiplied out into one.`,
        },
        {
          words: words`It bends around the moons.`,
          holds: () => lost(3, "tanh") < 0.02,
          reply: words`Yes.`,
        },
      ],
      reveal: { experiment: stack(3, "tanh"), t: 0, play: true },
      why: words`${() => right(trained(stack(3, "tanh")))}. As many weights as before; the bends make the difference.`,
    },
    {
      kind: "challenge",
      enter: { experiment: ofWidth(stack(2, "identity"), 2), t: 0 },
      controls: [
        { kind: "activation", names: ["identity", "leakyRelu", "tanh"] },
        { kind: "units", min: 1, max: 8 },
        { kind: "start" },
      ],
      text: words`Get every point right with two layers of at most ${chosen(FEW)} neurons. Press Train. Now: ${right}, loss ${number(quantity.L)}.`,
      done: (scene) => all(scene) && units(scene) <= FEW,
      solution: () => ({
        experiment: ofWidth(ofActivation(stack(2, "identity"), "tanh"), FEW),
        t: single.training.epochs,
      }),
    },
  ],
};
