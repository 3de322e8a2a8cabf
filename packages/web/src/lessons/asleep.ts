import {
  biasName,
  deadUnits,
  type Experiment,
  ids,
  traceOfSample,
  valueOf,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/asleep";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofActivation, ofOptimizer } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, computed, epoch, number, type Piece, points, z } from "./pieces.ts";

/** The dead neuron, and its first weight. */
export const DEAD = 2;
export const WEIGHT = weightName(1, 2, 1);
const MORE = 10;
const ACTIVE = 0.5;

/** Three ReLUs on the moons. All parameters of the second are negative. */
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
export const deadIn = ({ session: { network, params, train } }: Scene): number[] =>
  deadUnits(network, params, train).map(({ unit }) => unit);

/** For how many points the dead neuron is active. */
function activeFor({ session: { network, params, train } }: Scene): number {
  const outputs = Array.from(
    { length: train.count },
    (_, s) => traceOfSample(network, params, train, s).a[0]![DEAD - 1]!,
  );
  return outputs.filter((a) => a > 0).length;
}

const before = ({ session }: Scene): number => session.initialParams[2]!; // W.1.2.1 is third
/** The dead neuron's bias at the start, as the learner left it. */
const biasBefore = ({ run }: Scene): number => valueOf(run, ids.parameter.of(biasName(1, DEAD), 0));
const movedBy = (scene: Scene): number =>
  Math.abs(valueIn(scene, quantity.parameter(WEIGHT)) - before(scene));
const byTheEnd = (): number => movedBy(trained(experiment));

const revives = (other: Experiment): boolean => !deadIn(trained(other)).includes(DEAD);
/** What people would try: more epochs, a higher learning rate, another optimizer. */
const attempts = [
  { ...experiment, training: { ...experiment.training, epochs: MORE * end } },
  atRate(experiment, MORE * experiment.optimizer.learningRate),
  ofOptimizer(experiment, "adam"),
];

const active = withParameter(experiment, 0, biasName(1, 2), ACTIVE);
const leaky = ofActivation(experiment, "leakyRelu");
const isLeaky = ({ experiment: { network } }: Scene): boolean =>
  network.hidden[0]!.activation === "leakyRelu";
const bias2: Piece = { tex: "b^{(1)}_2", plain: "b⁽¹⁾₂" };
const w: Piece = { tex: "W^{(1)}_{21}", plain: "W⁽¹⁾₂₁" };

export const asleep: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: active, t: 0 },
      text: messages.relu({ z }),
    },
    {
      kind: "pick",
      enter: first,
      ask: messages.dead.ask({ points }),
      name: messages.neuron,
      meant: (id) => (id.kind === "a" && id.l === 1 ? String(id.j) : undefined),
      answer: (asked) => String(deadIn(asked)[0]),
      why: messages.dead.why({ z }),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.gradient.ask({ z, w }),
      answer: (asked) => valueIn(asked, quantity.gradient(WEIGHT)),
      within: 0,
      why: messages.gradient.why({ z }),
      decides: () => ids.gradient.of(WEIGHT, 0),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.train.ask({ epochs: chosen(end), w, value: number(quantity.parameter(WEIGHT)) }),
      options: [
        {
          ...messages.train.far,
          holds: () => byTheEnd() >= 0.1,
        },
        {
          ...messages.train.near,
          holds: () => byTheEnd() > 0 && byTheEnd() < 0.1,
        },
        {
          ...messages.train.same,
          holds: () => byTheEnd() === 0,
        },
      ],
      reveal: { ...first, play: true },
      why: messages.train.why({
        loss: number(quantity.L),
        end: computed(() => valueIn(trained(experiment), quantity.L)),
      }),
      decides: () => ids.parameter.of(WEIGHT, end),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.revive.ask,
      options: [
        {
          ...messages.revive.longer,
          holds: () => revives(attempts[0]!),
        },
        {
          ...messages.revive.faster,
          holds: () => revives(attempts[1]!),
        },
        {
          ...messages.revive.adam,
          holds: () => revives(attempts[2]!),
        },
        {
          ...messages.revive.none,
          holds: () => !attempts.some(revives),
        },
      ],
      why: messages.revive.why({ z }),
    },
    {
      kind: "do",
      enter: first,
      controls: [{ kind: "activation", names: ["relu", "leakyRelu"] }],
      text: messages.leaky({
        z,
        w,
        value: number(quantity.parameter(WEIGHT)),
        gradient: number(quantity.gradient(WEIGHT)),
      }),
      seen: messages.wakes({ w, moved: computed(movedBy), epoch }),
      done: (scene) => isLeaky(scene) && scene.t > 0 && movedBy(scene) > 0,
      solution: () => ({ experiment: leaky, t: end }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [{ kind: "parameter", name: biasName(1, 2), min: -2, max: 2 }],
      text: messages.better({
        bias: bias2,
        end: chosen(end),
        points: (scene) => messages.points(activeFor(scene)),
        epoch,
      }),
      seen: messages.stillActive({
        bias: bias2,
        value: computed(biasBefore),
        points: (scene) => messages.points(activeFor(scene)),
        epoch,
      }),
      done: (scene) => scene.t >= end && activeFor(scene) > 0 && !isLeaky(scene),
      near: (scene) => {
        if (scene.t >= end && activeFor(scene) === 0) return messages.dies;
        return scene.t === 0 && activeFor(scene) > 0 ? messages.untrained({ end: chosen(end) }) : undefined;
      },
      solution: () => ({ experiment: active, t: end }),
    },
  ],
};
