import {
  biasName,
  deadUnits,
  type Experiment,
  format,
  ids,
  trace,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofActivation, ofOptimizer } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, number, type Symbol, words, z } from "./words.ts";

/** The neuron that sleeps, and its first weight. */
export const SLEEPER = 2;
export const WEIGHT = weightName(1, 2, 1);
const MORE = 10;
const AWAKE = 0.5;

/** Three ReLUs on the moons; all numbers of the second are negative. */
export const experiment = experimentOf({
  data: { name: "moons", points: 200, noise: 0.05, seed: 1 },
  hidden: [3],
  activation: "relu",
  start: [
    {
      weight: [
        [1.5, -1],
        [-1, -0.5],
        [-1, 2],
      ],
      bias: [-0.2, -0.4, 0.1],
    },
    { weight: [[1, -1, 0.8]], bias: [0.1] },
  ],
  rate: 0.3,
  epochs: 500,
});
const first = { experiment, t: 0 };
const end = experiment.training.epochs;

/** Neurons that output zero for every point, from 1. */
export const asleepIn = ({ session: { network, params, train } }: Scene): number[] =>
  deadUnits(network, params, train).map(({ unit }) => unit);

/** How many points the sleeper lets through. */
function through({ session: { network, params, train } }: Scene): number {
  const outputs = Array.from(
    { length: train.count },
    (_, s) => trace(network, params, train.x1[s]!, train.x2[s]!).a[0]![SLEEPER - 1]!,
  );
  return outputs.filter((a) => a > 0).length;
}

const before = ({ session }: Scene): number => session.initialParams[2]!; // W.1.2.1 stands third
const movedBy = (scene: Scene): number =>
  Math.abs(valueIn(scene, quantity.parameter(WEIGHT)) - before(scene));
const byTheEnd = (): number => movedBy(trained(experiment));

const wakes = (other: Experiment): boolean => !asleepIn(trained(other)).includes(SLEEPER);
/** What one would try: more epochs, a higher rate, another optimizer. */
const attempts = [
  { ...experiment, training: { ...experiment.training, epochs: MORE * end } },
  atRate(experiment, MORE * experiment.optimizer.learningRate),
  ofOptimizer(experiment, "adam"),
];

const awake = withParameter(experiment, 0, biasName(1, 2), AWAKE);
const leaky = ofActivation(experiment, "leakyRelu");
const isLeaky = ({ experiment: { network } }: Scene): boolean =>
  network.hidden[0]!.activation === "leakyRelu";
const bias2: Symbol = { tex: "b^{(1)}_2", plain: "b⁽¹⁾₂" };
const w: Symbol = { tex: "W^{(1)}_{21}", plain: "W⁽¹⁾₂₁" };

export const asleep: Lesson = {
  title: "The neuron that never wakes",
  aha: "What is multiplied by zero does not learn, however long it is trained.",
  steps: [
    {
      kind: "say",
      enter: { experiment: awake, t: 0 },
      text: words`Three hidden neurons look at two moons, and their activation is ReLU: a positive sum ${z} is passed on as it is; instead of a negative one comes zero. That makes them fast and simple. It has a price.`,
    },
    {
      kind: "pick",
      enter: first,
      ask: words`Another start: now one of the three outputs zero for every one of the ${({ session }) => String(session.train.count)} points. Its picture tells which. Press it.`,
      name: (j) => `neuron ${j}`,
      meant: (id) => (id.kind === "a" && id.l === 1 ? String(id.j) : undefined),
      answer: (asked) => String(asleepIn(asked)[0]),
      why: words`It is drawn hollow and hatched, and called dead. Its weights and its bias are negative and the inputs are not, so its sum is below zero everywhere in the square.`,
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`Every gradient of this neuron has its local slope as a factor, the slope of ReLU at its ${z}. What is the gradient of ${w}, its first weight, over all points?`,
      answer: (asked) => valueIn(asked, quantity.gradient(WEIGHT)),
      within: 0,
      why: words`Below zero ReLU is level, its slope zero; so each point’s share is zero, and their mean too. Zero not because it has learned, but because it hears nothing.`,
      decides: () => ids.gradient.of(WEIGHT, 0),
    },
    {
      kind: "choose",
      enter: first,
      ask: words`Train the network for ${chosen(end)} epochs. ${w} is ${number(quantity.parameter(WEIGHT))} now. And at the end?`,
      options: [
        {
          words: words`Far from there: it had time to learn.`,
          holds: () => byTheEnd() >= 0.1,
          reply: words`Time helps only those who move.`,
        },
        {
          words: words`A little beside it.`,
          holds: () => byTheEnd() > 0 && byTheEnd() < 0.1,
          reply: words`Not even that: rate times zero is zero.`,
        },
        {
          words: words`The same, to the last bit.`,
          holds: () => byTheEnd() === 0,
          reply: words`Yes.`,
        },
      ],
      reveal: { ...first, play: true },
      why: words`The two others brought the loss from ${number(quantity.L)} down to ${() => format(valueIn(trained(experiment), quantity.L))}. The sleeper took no part in it.`,
      decides: () => ids.parameter.of(WEIGHT, end),
    },
    {
      kind: "choose",
      enter: first,
      ask: words`Which of these wakes it?`,
      options: [
        {
          words: words`Ten times as many epochs.`,
          holds: () => wakes(attempts[0]!),
          reply: words`Ten times nothing is nothing.`,
        },
        {
          words: words`A learning rate ten times as high.`,
          holds: () => wakes(attempts[1]!),
          reply: words`The rate is multiplied by the gradient, and that is zero.`,
        },
        {
          words: words`Another optimizer: Adam.`,
          holds: () => wakes(attempts[2]!),
          reply: words`Whatever an optimizer makes of gradients, here it is given nothing but zeros.`,
        },
        {
          words: words`None of them.`,
          holds: () => !attempts.some(wakes),
          reply: words`Yes: we have tried all three.`,
        },
      ],
      why: words`Its sum depends on its own numbers and on the data. The numbers do not move and the data do not change. A high rate is even how many fall asleep: one step too long, and all points are on the level side.`,
    },
    {
      kind: "do",
      enter: first,
      controls: [{ kind: "activation", names: ["relu", "leakyRelu"] }],
      text: words`One way out: a leaky ReLU lets a hundredth of a negative ${z} through, so its slope is never zero. Choose it and press Train. ${w}: ${number(quantity.parameter(WEIGHT))}, gradient ${number(quantity.gradient(WEIGHT))}.`,
      done: (scene) => isLeaky(scene) && scene.t > 0 && movedBy(scene) > 0,
      solution: () => ({ experiment: leaky, t: end }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [{ kind: "parameter", name: biasName(1, 2), min: -2, max: 2 }],
      text: words`The other way is a better start. ReLU again: give the sleeper a bias ${bias2} with which it is awake, train to epoch ${chosen(end)}, and find it awake still. It lets ${(scene) => String(through(scene))} points through, at epoch ${({ t }) => String(t)}.`,
      done: (scene) => scene.t >= end && through(scene) > 0 && !isLeaky(scene),
      solution: () => ({ experiment: awake, t: end }),
    },
  ],
};
