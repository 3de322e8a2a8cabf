import { type OptimizerName, optimizers, weightName } from "@neural-viz/engine";
import { messages } from "#text/lessons/rolling";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofOptimizer } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, computed, epoch, epochs, eta, number, type Piece, weight, z } from "./pieces.ts";

const MANY = 60;
const GOAL = 0.05;
const RATE = 0.3;
const W1 = weightName(1, 1, 1);

/** One orange point, and a neuron that is confident and wrong: so far out that the loss is almost a straight line. */
export const steady = experimentOf({
  data: { name: "custom", samples: [[1, 0, 0]] },
  start: [{ weight: [[20, 0]], bias: [10] }],
  optimizer: "momentum",
  rate: 0.01,
  epochs: 500,
});
const even = { experiment: steady, t: 0 };

/** A blue and an orange point in the same place: a valley with its bottom where z is 0. */
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

/** Blue points below a diagonal and orange ones above, all close to it. */
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

const velocity = quantity.optimizerState("v", W1);
const slope = (asked: Scene): number => valueIn(asked, quantity.gradient(W1));
const speed = (t: number): number => valueIn(sceneAt({ experiment: steady, t }), velocity);
const after = (t: number): Piece => computed(() => speed(t));

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
const v: Piece = { tex: "v", plain: "v" };
const muValue = number(quantity.hyper("momentum"));
const mu: Piece = { tex: "\\mu", plain: "μ" };

export const rolling: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: even,
      text: messages.steady({
        loss: number(quantity.L),
        w1: weight(1),
        gradient: number(quantity.gradient(W1)),
        many: chosen(MANY),
        later: computed(() => valueIn(sceneAt({ ...even, t: MANY }), quantity.gradient(W1))),
      }),
    },
    {
      kind: "estimate",
      enter: even,
      ask: messages.third.ask({
        v,
        mu,
        muValue,
        gradient: number(quantity.gradient(W1)),
        one: after(1),
        two: after(2),
      }),
      answer: () => speed(3),
      within: 0.002,
      mistakes: [
        { answer: slope, reply: messages.third.plain({ v }) },
        { answer: (asked) => speed(2) + slope(asked), reply: messages.third.undamped({ v, mu }) },
        {
          answer: (asked) => valueIn(asked, quantity.hyper("momentum")) * speed(2),
          reply: messages.third.gradientMissing,
        },
      ],
      reveal: { ...even, t: 3 },
      why: messages.third.why({ muValue, two: after(2), gradient: number(quantity.gradient(W1)) }),
      decides: () => velocity(3),
    },
    {
      kind: "estimate",
      enter: even,
      ask: messages.limit.ask({ many: chosen(MANY), v }),
      answer: () => speed(MANY),
      within: 0.03,
      mistakes: [
        { answer: slope, reply: messages.third.plain({ v }) },
        { answer: (asked) => MANY * slope(asked), reply: messages.limit.undamped({ v, mu }) },
      ],
      reveal: { ...even, t: MANY },
      why: messages.limit.why({ v }),
      decides: () => velocity(MANY),
    },
    {
      kind: "choose",
      enter: { experiment: valley, t: 0 },
      ask: messages.valley.ask({ z, start: number(quantity.z(1, 1, 1)) }),
      options: [
        {
          ...messages.valley.stops,
          holds: () => settled() && furthest() > -0.01,
        },
        {
          ...messages.valley.settles,
          holds: () => settled() && furthest() <= -0.01,
        },
        {
          ...messages.valley.leaves,
          holds: () => !settled(),
        },
      ],
      reveal: { experiment: valley, t: 0, play: true },
      why: messages.valley.why({ z, furthest: computed(furthest) }),
      decides: () => velocity(crossing()),
    },
    {
      kind: "choose",
      enter: { experiment: ravine("momentum"), t: 0 },
      ask: messages.ravine.ask({ epochs, loss: number(quantity.L), plain: computed(() => ends("sgd")) }),
      options: [
        {
          ...messages.ravine.same,
          holds: () => ends("momentum") > ends("sgd") / 2 && ends("momentum") <= ends("sgd") * 1.1,
        },
        {
          ...messages.ravine.lower,
          holds: () => ends("momentum") <= ends("sgd") / 2,
        },
        {
          ...messages.ravine.higher,
          holds: () => ends("momentum") > ends("sgd") * 1.1,
        },
      ],
      reveal: { experiment: ravine("momentum"), t: 0, play: true },
      why: messages.ravine.why({ end: computed(() => ends("momentum")) }),
    },
    {
      kind: "challenge",
      enter: { experiment: ravine("sgd"), t: 0 },
      controls: [
        { kind: "optimizer", names: ["sgd", "momentum"] },
        { kind: "rate", values: [0.1, 0.3, 1, 3] },
      ],
      text: messages.escape({ goal: chosen(GOAL), epochs, loss: number(quantity.L) }),
      seen: messages.reached({
        optimizer: ({ experiment }) => optimizers[experiment.optimizer.name].label,
        eta,
        rate: number(quantity.hyper("learningRate")),
        loss: number(quantity.L),
        epoch,
      }),
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => {
        const experiment = atRate(ofOptimizer(ravine("sgd"), "momentum"), 3);
        return { experiment, t: experiment.training.epochs };
      },
    },
  ],
};
