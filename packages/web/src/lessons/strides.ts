import { type Experiment, ids, type OptimizerName, optimizers, weightName } from "@neural-viz/engine";
import { messages } from "#text/lessons/strides";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofOptimizer } from "./experiments.ts";
import { deep, fade } from "./fading.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, computed, epoch, epochs, eta, number, type Piece, weight } from "./pieces.ts";

const RATE = 0.1;
const W1 = weightName(1, 1, 1);
const W2 = weightName(1, 1, 2);
const FEW = 5;
const GOAL = 0.02;
const BOLD = 10;
const MILLIONTH = 1e-6;

/**
 * A point whose second input is a millionth of the first, so that the first weight's gradient is a million times the
 * second's.
 */
export const apart = (optimizer: OptimizerName, start: number | readonly [number, number] = [0.5, 0.5]) =>
  experimentOf({
    data: { name: "custom", samples: [[1, MILLIONTH, 0]] },
    start: typeof start === "number" ? start : [{ weight: [[...start]], bias: [0] }],
    optimizer,
    rate: RATE,
    epochs: 100,
  });

/** How many times as far the first weight moves in the first update as the second. */
export function ratio(experiment: Experiment): number {
  const scene = sceneAt({ experiment, t: 1 });
  return Math.abs(valueIn(scene, quantity.difference(W1)) / valueIn(scene, quantity.difference(W2)));
}

/** The deep sigmoid network, with Adam. */
export const deepAdam = atRate(ofOptimizer(deep("sigmoid"), "adam"), RATE);
const ends = (experiment: Experiment): number => valueIn(trained(experiment), quantity.L);

/** One misclassified point: as easy as can be. */
const easy = (optimizer: OptimizerName, rate: number) =>
  experimentOf({
    data: { name: "custom", samples: [[1, 0, 0]] },
    start: [{ weight: [[1, 0]], bias: [0] }],
    optimizer,
    rate,
    epochs: 100,
  });
const soon = (experiment: Experiment): number => valueIn(sceneAt({ experiment, t: FEW }), quantity.L);
const plainly = (): number => soon(easy("sgd", BOLD));
const carefully = (): number => soon(easy("adam", RATE));

const firstMove = ({ experiment }: Scene): number =>
  Math.abs(valueIn(sceneAt({ experiment, t: 1 }), quantity.difference(W1)));
/** The size of the first weight's gradient. */
const steepness = (asked: Scene): number => Math.abs(valueIn(asked, quantity.gradient(W1)));
const between = (low: number, high: number) => (asked: Scene) =>
  ratio(asked.experiment) >= low && ratio(asked.experiment) < high;
const w1 = weight(1);
const w2 = weight(2);
const epsilon: Piece = { tex: "\\epsilon", plain: "ε" };
const mHat: Piece = { tex: "\\hat m", plain: "m̂" };
const vHat: Piece = { tex: "\\hat v", plain: "v̂" };
const step: Piece = { tex: "\\eta\\,\\hat m/\\sqrt{\\hat v}", plain: "η · m̂/√v̂" };

export const strides: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: apart("sgd"), t: 0 },
      text: messages.apart({
        w1,
        w2,
        small: number(quantity.gradient(W2)),
        large: number(quantity.gradient(W1)),
      }),
    },
    {
      kind: "choose",
      enter: { experiment: apart("sgd"), t: 0 },
      ask: messages.plain.ask({ w1, w2 }),
      options: [
        { ...messages.plain.same, holds: between(0, 2) },
        {
          ...messages.plain.thousand,
          holds: between(300, 3000),
        },
        {
          ...messages.plain.million,
          holds: between(3e5, 3e6),
        },
      ],
      reveal: { experiment: apart("sgd"), t: 1 },
      why: messages.plain.why({ w1, w2, eta }),
      decides: () => ids.difference.of(W2, 1),
    },
    {
      kind: "estimate",
      enter: { experiment: apart("adam"), t: 0 },
      ask: messages.first.ask({
        mHat,
        vHat,
        step,
        gradient: number(quantity.gradient(W1)),
        eta,
        rate: chosen(RATE),
        w1,
      }),
      answer: firstMove,
      within: 0.01,
      mistakes: [
        { answer: (asked) => RATE * steepness(asked), reply: messages.first.plain({ eta }) },
        { answer: steepness, reply: messages.first.gradient },
        { answer: () => 1, reply: messages.first.rateMissing({ eta }) },
      ],
      reveal: { experiment: apart("adam"), t: 1 },
      why: messages.first.why,
      decides: () => ids.difference.of(W1, 1),
    },
    {
      kind: "choose",
      enter: { experiment: apart("adam"), t: 0 },
      ask: messages.second.ask({ w1, w2 }),
      options: [
        {
          ...messages.second.million,
          holds: between(3e5, 3e6),
        },
        {
          ...messages.second.thousand,
          holds: between(300, 3000),
        },
        { ...messages.second.same, holds: between(0, 2) },
      ],
      reveal: { experiment: apart("adam"), t: 1 },
      why: messages.second.why({ eta, w2, epsilon }),
      decides: () => ids.difference.of(W2, 1),
    },
    {
      kind: "choose",
      enter: { experiment: deepAdam, t: 0 },
      ask: messages.deep.ask({ plain: computed(() => ends(deep("sigmoid"))), eta, rate: chosen(RATE) }),
      options: [
        {
          ...messages.deep.same,
          holds: () => ends(deepAdam) > 0.6,
        },
        {
          ...messages.deep.half,
          holds: () => ends(deepAdam) <= 0.6 && ends(deepAdam) > 0.1,
        },
        {
          ...messages.deep.zero,
          holds: () => ends(deepAdam) <= 0.1,
        },
      ],
      reveal: { experiment: deepAdam, t: 0, play: true },
      why: messages.deep.why({ fade: computed(fade) }),
      decides: () => ids.L.of(deepAdam.training.epochs),
    },
    {
      kind: "choose",
      enter: { experiment: easy("sgd", BOLD), t: 0 },
      ask: messages.race.ask({ eta, adam: chosen(RATE), plain: chosen(BOLD), updates: chosen(FEW) }),
      options: [
        {
          ...messages.race.adam({ eta }),
          holds: () => carefully() < plainly(),
        },
        { ...messages.race.plain, holds: () => plainly() < carefully() },
      ],
      reveal: { experiment: easy("sgd", BOLD), t: 0, panel: "optimizerRace" },
      why: messages.race.why({ plain: computed(plainly), adam: computed(carefully) }),
    },
    {
      kind: "challenge",
      enter: { experiment: deep("sigmoid"), t: 0 },
      controls: [
        { kind: "optimizer", names: ["sgd", "momentum", "rmsprop", "adam"] },
        { kind: "rate", values: [0.01, 0.1, 0.3, 1] },
      ],
      text: messages.reach({ goal: chosen(GOAL), epochs, loss: number(quantity.L) }),
      seen: messages.reached({
        optimizer: ({ experiment }) => optimizers[experiment.optimizer.name].label,
        eta,
        rate: number(quantity.hyper("learningRate")),
        loss: number(quantity.L),
        epoch,
      }),
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: deepAdam, t: deepAdam.training.epochs }),
    },
  ],
};
