import {
  biasName,
  type Experiment,
  ids,
  type ParameterName,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/twins";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, epoch, epochs, number, type Piece } from "./pieces.ts";

const NUDGE = 0.01;
const APART = 0.5;
const W11 = weightName(1, 1, 1);

/** A 2-2-1 network on the OR gate whose parameters all have this value. */
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

/** The parameters of hidden neuron j: its incoming weights, its bias, and its outgoing weight. */
const ofNeuron: readonly ((j: number) => ParameterName)[] = [
  (j) => weightName(1, j, 1),
  (j) => weightName(1, j, 2),
  (j) => biasName(1, j),
  (j) => weightName(2, 1, j),
];

/** The sum of the differences between the two hidden neurons' parameters. */
export function apart(scene: Scene): number {
  return ofNeuron.reduce((sum, nameOf) => {
    const [one, other] = [1, 2].map((j) => valueIn(scene, quantity.parameter(nameOf(j))));
    return sum + Math.abs(one! - other!);
  }, 0);
}

const apartIn = (scene: Scene): string => String(Number(apart(scene).toPrecision(3)));

/** The parameters whose gradient isn't zero. */
export const moving = ({ session }: Scene): number[] =>
  [...session.gradient].flatMap((g, i) => (g === 0 ? [] : [i]));

const w11: Piece = { tex: "W^{(1)}_{11}", plain: "W⁽¹⁾₁₁" };
const same = (indices: readonly number[], expected: readonly number[]): boolean =>
  indices.join() === expected.join();
const all = Array.from({ length: 9 }, (_, i) => i);

export const twins: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: zeros,
      text: messages.zeros,
    },
    {
      kind: "choose",
      enter: zeros,
      ask: messages.nonzero.ask,
      options: [
        {
          ...messages.nonzero.all({ loss: number(quantity.L) }),
          holds: (asked) => same(moving(asked), all),
        },
        {
          ...messages.nonzero.bias,
          holds: (asked) => same(moving(asked), [8]),
        },
        {
          ...messages.nonzero.output,
          holds: (asked) => same(moving(asked), [6, 7, 8]),
        },
        {
          ...messages.nonzero.none,
          holds: (asked) => same(moving(asked), []),
        },
      ],
      reveal: { ...zeros, t: zeros.experiment.training.epochs },
      why: messages.nonzero.why,
      decides: () => ids.parameter.of(biasName(2, 1), zeros.experiment.training.epochs),
    },
    {
      kind: "estimate",
      enter: halves,
      ask: messages.halves.ask({ epochs }),
      answer: () => apart(trained(constant(0.5))),
      within: 0,
      reveal: { ...halves, play: true },
      why: messages.halves.why,
      decides: () => ids.parameter.of(W11, end),
    },
    {
      kind: "do",
      enter: halves,
      controls: [{ kind: "parameter", name: W11, min: -2, max: 2 }],
      text: messages.nudge({ w11, nudge: chosen(NUDGE) }),
      seen: messages.nudged({ apart: apartIn }),
      done: (scene) =>
        valueIn(scene, quantity.parameter(W11)) !== valueIn(scene, quantity.parameter(weightName(1, 2, 1))),
      solution: () => ({ experiment: nudged, t: 0 }),
    },
    {
      kind: "choose",
      enter: { experiment: nudged, t: 0 },
      ask: messages.grow.ask({ w11, nudge: chosen(NUDGE) }),
      options: [
        {
          ...messages.grow.shrinks,
          holds: (asked) => apart(trained(nudged)) < apart(asked) / 2,
        },
        {
          ...messages.grow.stays,
          holds: (asked) =>
            apart(trained(nudged)) >= apart(asked) / 2 && apart(trained(nudged)) <= 2 * apart(asked),
        },
        {
          ...messages.grow.grows,
          holds: (asked) => apart(trained(nudged)) > 2 * apart(asked),
        },
      ],
      reveal: { experiment: nudged, t: 0, play: true },
      why: messages.grow.why({ before: apartIn, after: () => apartIn(trained(nudged)) }),
    },
    {
      kind: "challenge",
      enter: halves,
      controls: [
        { kind: "parameter", name: W11, min: -2, max: 2 },
        { kind: "parameter", name: weightName(1, 2, 2), min: -2, max: 2 },
      ],
      text: messages.apart({ goal: chosen(APART), apart: apartIn }),
      seen: messages.drifted({ apart: apartIn, epoch }),
      done: (scene) => scene.t > 0 && apart(scene) > APART,
      near: (scene) => {
        if (scene.t === 0) return apart(scene) > APART ? messages.untrained : undefined;
        return apart(scene) === 0 ? messages.stillTwins : undefined;
      },
      solution: () => ({ experiment: withParameter(constant(0.5), 0, W11, 1), t: end }),
    },
  ],
};
