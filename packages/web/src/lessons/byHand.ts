import {
  biasName,
  createSession,
  type Experiment,
  type ParameterName,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/byHand";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, computed, correct, counted, eta, number, z } from "./pieces.ts";

const RATE = 0.5;
const FIRST = 0.6;
const LOW = 0.1;
/** How many updates are few. */
const SOON = 10;

/** XOR with nine parameters, from initial weights with which gradient descent gets all four points right. */
const experiment = experimentOf({
  data: { name: "xor" },
  hidden: [2],
  start: 8,
  rate: RATE,
  epochs: 500,
});
const first = { experiment, t: 0 };
const layers: readonly (readonly ParameterName[])[] = [1, 2].map((l) =>
  Array.from({ length: l === 1 ? 2 : 1 }, (_, j) => [
    ...[1, 2].map((k) => weightName(l, j + 1, k)),
    biasName(l, j + 1),
  ]).flat(),
);
const names = layers.flat();

/** Weights that solve XOR and can be thought of by hand: hidden neuron 1 is OR, 2 is AND, and the output wants OR but not AND. */
const solution: Readonly<Record<ParameterName, number>> = {
  [weightName(1, 1, 1)]: 4,
  [weightName(1, 1, 2)]: 4,
  [biasName(1, 1)]: -2,
  [weightName(1, 2, 1)]: 4,
  [weightName(1, 2, 2)]: 4,
  [biasName(1, 2)]: -6,
  [weightName(2, 1, 1)]: 6,
  [weightName(2, 1, 2)]: -6,
  [biasName(2, 1)]: -6,
};
const setByHand: Experiment = names.reduce(
  (of, name) => withParameter(of, 0, name, solution[name]!),
  experiment,
);

const all = ({ session }: Scene): boolean => session.correct === session.train.count;
const loss = (scene: Scene): number => valueIn(scene, quantity.L);
const size = ({ session }: Scene): number => session.network.size;

/** The layer that has the parameter with the steepest slope, from 1. */
function steepest(asked: Scene): number {
  const largest = layers.map((of) =>
    Math.max(...of.map((name) => Math.abs(valueIn(asked, quantity.gradient(name))))),
  );
  return largest.indexOf(Math.max(...largest)) + 1;
}

/** The first epoch from which on training has all points correct; undefined if it doesn't end with all. */
function learnedAt(of: Experiment): number | undefined {
  const session = createSession(of);
  let wrong = 0;
  while (session.stopped === undefined) {
    session.step();
    if (session.correct! < session.train.count) wrong = session.t;
  }
  return wrong === session.t ? undefined : wrong + 1;
}

export const byHand: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { ...first, panel: "sliders" },
      text: messages.hands({ size: counted(size), loss: number(quantity.L) }),
    },
    {
      kind: "do",
      enter: { ...first, panel: "sliders" },
      text: messages.lower({ goal: chosen(FIRST), loss: number(quantity.L) }),
      seen: messages.lowered({ loss: number(quantity.L), correct }),
      done: (scene) => scene.t === 0 && loss(scene) < FIRST,
      near: (scene) => (scene.t > 0 ? messages.trained : undefined),
      solution: () => ({ experiment: setByHand, t: 0, panel: "sliders" }),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.cost.ask({ size: counted(size) }),
      answer: (asked) => size(asked) + 1,
      within: 0.01,
      mistakes: [
        { answer: size, reply: messages.cost.before },
        { answer: (asked) => 2 * size(asked), reply: messages.cost.twice },
      ],
      why: messages.cost.why({ size: counted(size) }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.steepest.ask,
      options: [
        { ...messages.steepest.hidden, holds: (asked) => steepest(asked) === 1 },
        { ...messages.steepest.output, holds: (asked) => steepest(asked) === 2 },
      ],
      why: messages.steepest.why({
        w: number(quantity.gradient(weightName(1, 2, 1))),
        b: number(quantity.gradient(biasName(2, 1))),
      }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.descent.ask({ eta, rate: chosen(RATE) }),
      options: [
        {
          text: messages.descent.soon.text({ soon: chosen(SOON) }),
          reply: messages.descent.soon.reply,
          holds: () => (learnedAt(experiment) ?? Infinity) <= SOON,
        },
        {
          text: messages.descent.later.text({ soon: chosen(SOON) }),
          holds: () => (learnedAt(experiment) ?? 0) > SOON,
        },
        { ...messages.descent.never, holds: () => learnedAt(experiment) === undefined },
      ],
      reveal: { ...first, play: true, panel: "sliders" },
      why: messages.descent.why({
        epoch: counted(() => learnedAt(experiment)!),
        loss: computed(() => loss(trained(experiment))),
        size: counted(size),
      }),
    },
    {
      kind: "challenge",
      enter: { ...first, panel: "sliders" },
      text: messages.beat({ goal: chosen(LOW), loss: number(quantity.L), correct }),
      seen: messages.beaten({ loss: number(quantity.L), correct }),
      done: (scene) => scene.t === 0 && all(scene) && loss(scene) < LOW,
      near: (scene) => {
        if (scene.t > 0) return messages.trained;
        return all(scene) ? messages.small({ z }) : undefined;
      },
      solution: () => ({ experiment: setByHand, t: 0, panel: "sliders" }),
    },
  ],
};
