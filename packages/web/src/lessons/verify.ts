import { bugBench, finish, type PlantedBug } from "@neural-viz/engine";
import { messages } from "#text/lessons/verify";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import { chosen, counted, localSlope, number } from "./pieces.ts";

/** Three layers, so that a bug can hide in any of them. */
const experiment = experimentOf({
  data: { name: "circles", points: 60, noise: 0.02, seed: 3 },
  hidden: [4, 4],
  start: 3,
  optimizer: "adam",
  rate: 0.05,
  epochs: 300,
});
const first = { experiment, t: 0 };
export const planted: PlantedBug = { name: "slopeForgotten", layer: 2 };

/** Training with the planted bug, and without it. */
function bench({ session }: Scene) {
  const { goal, initialParams, optimizer } = session;
  return finish(bugBench(goal, initialParams.slice(), optimizer, planted, experiment.training.epochs));
}

/** The layers with a wrong gradient, from 1. */
export function wrongLayers(asked: Scene): number[] {
  return bench(asked).layers.flatMap(({ weights, biases }, i) =>
    weights.wrong + biases.wrong > 0 ? [i + 1] : [],
  );
}

const falls = (losses: Float64Array): boolean => losses.at(-1)! < losses[0]! / 2;
const both = (asked: Scene): boolean => falls(bench(asked).losses) && falls(bench(asked).healthy);
const suspect = (layer: number) => (asked: Scene) => bench(asked).suspect === layer;

export const verify: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: messages.plant({ localSlope }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.curves.ask,
      options: [
        {
          ...messages.curves.healthy,
          holds: (asked) => !falls(bench(asked).losses) && falls(bench(asked).healthy),
        },
        {
          ...messages.curves.both,
          holds: both,
        },
        {
          ...messages.curves.neither,
          holds: (asked) => !falls(bench(asked).losses) && !falls(bench(asked).healthy),
        },
      ],
      reveal: { ...first, panel: "bugBench" },
      why: messages.curves.why({ layer: chosen(planted.layer) }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.find.ask,
      options: [
        {
          ...messages.find.longer,
          holds: (asked) => !falls(bench(asked).losses),
        },
        {
          ...messages.find.nudge,
          holds: (asked) => wrongLayers(asked).length > 0,
        },
      ],
      reveal: { ...first, panel: "gradientCheck" },
      why: messages.find.why,
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.layers.ask({
        layer: chosen(planted.layer),
        layers: counted(({ session }) => session.network.layers.length),
      }),
      answer: (asked) => wrongLayers(asked).length,
      within: 0.01,
      reveal: { ...first, panel: "bugBench" },
      why: messages.layers.why,
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.suspect.ask,
      options: [
        {
          ...messages.suspect.first,
          holds: suspect(1),
        },
        {
          ...messages.suspect.last,
          holds: suspect(2),
        },
        {
          ...messages.suspect.output,
          holds: suspect(3),
        },
      ],
      why: messages.suspect.why,
    },
    {
      kind: "challenge",
      enter: first,
      text: messages.check({ loss: number(quantity.L) }),
      seen: messages.checked({
        parameters: counted(({ session }) => session.network.size),
        loss: number(quantity.L),
      }),
      done: ({ panel }) => panel === "gradientCheck",
      solution: () => ({ ...first, panel: "gradientCheck" }),
    },
  ],
};
