import { format, type OptimizerName, weightName } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofOptimizer } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, number, type Piece, type Symbol, weight, words, z } from "./words.ts";

const MANY = 60;
const GOAL = 0.05;
const RATE = 0.3;
const W1 = weightName(1, 1, 1);

/** One orange point, and a neuron that is wrong and sure: far out, where the loss is as good as straight. */
export const steady = experimentOf({
  data: { name: "custom", samples: [[1, 0, 0]] },
  start: [{ weight: [[20, 0]], bias: [10] }],
  optimizer: "momentum",
  rate: 0.01,
  epochs: 500,
});
const even = { experiment: steady, t: 0 };

/** A blue and an orange point at one place: a valley whose bottom is where z is 0. */
const valley = experimentOf({
  data: {
    name: "custom",
    samples: [
      [1, 0, 0],
      [1, 0, 1],
    ],
  },
  start: [{ weight: [[4, 0]], bias: [0] }],
  optimizer: "momentum",
  rate: RATE,
  epochs: 200,
});

const pairs = [
  [0.15, 0.05],
  [0.35, 0.25],
  [0.55, 0.45],
  [0.75, 0.65],
  [0.95, 0.85],
] as const;

/** Blue below a diagonal and orange above, all close to it. */
export const ravine = (optimizer: OptimizerName) =>
  experimentOf({
    data: {
      name: "custom",
      samples: pairs.flatMap(([a, b]): [number, number, 0 | 1][] => [
        [a, b, 1],
        [b, a, 0],
      ]),
    },
    start: 3,
    optimizer,
    rate: 1,
    epochs: 300,
  });

const velocity = quantity.memory("v", W1);
const speed = (t: number): number => valueIn(sceneAt({ experiment: steady, t }), velocity);
const after =
  (t: number): Piece =>
  () =>
    format(speed(t));

/** z of the valley's points at every epoch. */
function swing(): number[] {
  const { run, experiment } = trained(valley);
  return Array.from({ length: experiment.training.epochs + 1 }, (_, t) => {
    const { params } = run.at(t);
    return params[0]! + params[2]!;
  });
}
const furthest = (): number => Math.min(...swing());
const settled = (): boolean => Math.abs(swing().at(-1)!) < 0.01;
const crossing = (): number => swing().findIndex((height) => height < 0);

const ends = (optimizer: OptimizerName): number => valueIn(trained(ravine(optimizer)), quantity.L);
const v: Symbol = { tex: "v", plain: "v" };
const mu: Symbol = { tex: "\\mu", plain: "μ" };

export const rolling: Lesson = {
  title: "Rolling downhill",
  aha: "Momentum adds up the gradients that agree: on an even slope it gets ten times as fast.",
  steps: [
    {
      kind: "say",
      enter: even,
      text: words`One orange point, and a neuron that is as sure as can be of blue: loss ${number(quantity.L)}. So far out the loss is an even slope: the gradient of ${weight(1)} is ${number(quantity.gradient(W1))}, and after ${chosen(MANY)} updates it is still ${() => format(valueIn(sceneAt({ ...even, t: MANY }), quantity.gradient(W1)))}.`,
    },
    {
      kind: "estimate",
      enter: even,
      ask: words`Momentum does not move by the gradient, but by a velocity ${v}. Every update keeps ${mu} = ${number(quantity.hyper("momentum"))} of ${v} and adds the gradient, here ${number(quantity.gradient(W1))}. So ${v} is ${after(1)} at first, then ${after(2)}. And after the third update?`,
      answer: () => speed(3),
      within: 0.002,
      reveal: { ...even, t: 3 },
      why: words`${number(quantity.hyper("momentum"))} · ${after(2)} + ${after(1)}. Every earlier gradient is still in it, weaker from update to update.`,
      decides: () => velocity(3),
    },
    {
      kind: "estimate",
      enter: even,
      ask: words`And after ${chosen(MANY)} updates on this even slope: about how large is ${v}?`,
      answer: () => speed(MANY),
      within: 0.03,
      reveal: { ...even, t: MANY },
      why: words`It grows until the tenth that it loses is as much as the gradient that it gains. Then it stays: each update goes ten times as far as the gradient alone would.`,
      decides: () => velocity(MANY),
    },
    {
      kind: "choose",
      enter: { experiment: valley, t: 0 },
      ask: words`Now a valley: a blue and an orange point at the same place. Its bottom is where ${z} is zero, a coin flip; ${z} begins at ${number(quantity.z(1, 1, 1))}. What does momentum do when it comes to the bottom?`,
      options: [
        {
          words: words`It stops there: the gradient is zero.`,
          holds: () => settled() && furthest() > -0.01,
          reply: words`The gradient is zero at the bottom. The velocity is not.`,
        },
        {
          words: words`It rolls past, comes back, and settles.`,
          holds: () => settled() && furthest() <= -0.01,
          reply: words`Yes.`,
        },
        {
          words: words`It rolls on and never comes back.`,
          holds: () => !settled(),
          reply: words`Beyond the bottom the gradient points back, and the velocity forgets a tenth with every update.`,
        },
      ],
      reveal: { experiment: valley, t: 0, play: true },
      why: words`It rolls on to ${z} = ${() => format(furthest())} before it turns, and swings less and less. The loss curve shows the bumps.`,
      decides: () => velocity(crossing()),
    },
    {
      kind: "choose",
      enter: { experiment: ravine("momentum"), t: 0 },
      ask: words`Blue and orange close to a diagonal: the loss is a ravine, steep across and nearly level along. In ${({ experiment }) => String(experiment.training.epochs)} epochs plain gradient descent gets from ${number(quantity.L)} to ${() => format(ends("sgd"))}. And momentum, at the same rate, from the same start?`,
      options: [
        {
          words: words`About as far.`,
          holds: () => ends("momentum") > ends("sgd") / 2 && ends("momentum") <= ends("sgd") * 1.1,
          reply: words`The rate is the same, the steps are not: they grow as long as the gradients agree.`,
        },
        {
          words: words`Less than half that loss.`,
          holds: () => ends("momentum") <= ends("sgd") / 2,
          reply: words`Yes.`,
        },
        {
          words: words`Less far: it rolls past.`,
          holds: () => ends("momentum") > ends("sgd") * 1.1,
          reply: words`It does swing at first, across the ravine. But along it the gradients all point the same way.`,
        },
      ],
      reveal: { experiment: ravine("momentum"), t: 0, play: true },
      why: words`Down to ${() => format(ends("momentum"))}. Along the ravine all gradients point the same way, and in the velocity they add up, as on the even slope.`,
    },
    {
      kind: "challenge",
      enter: { experiment: ravine("sgd"), t: 0 },
      controls: [
        { kind: "optimizer", names: ["sgd", "momentum"] },
        { kind: "rate", values: [0.1, 0.3, 1, 3] },
      ],
      text: words`Get out of the ravine: a loss below ${chosen(GOAL)} within ${({ experiment }) => String(experiment.training.epochs)} epochs. SGD is plain gradient descent, momentum the other. Press Train. Now: ${number(quantity.L)}.`,
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => {
        const experiment = atRate(ofOptimizer(ravine("sgd"), "momentum"), 3);
        return { experiment, t: experiment.training.epochs };
      },
    },
  ],
};
