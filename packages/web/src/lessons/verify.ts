import { bugBench, finish, type PlantedBug } from "@neural-viz/engine";
import { words } from "#text/lessons/verify";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import { chosen, localSlope, number } from "./pieces.ts";

/** Three layers, so that a mistake has places to hide. */
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

/** Training with the planted mistake beside training without it. */
function bench({ session }: Scene) {
  const { network, train, initialParams, optimizer } = session;
  return finish(
    bugBench(network, train, initialParams.slice(), optimizer, planted, experiment.training.epochs),
  );
}

/** Layers in which some gradient is wrong, from 1. */
export function wrongLayers(asked: Scene): number[] {
  return bench(asked).layers.flatMap(({ weights, biases }, i) =>
    weights.wrong + biases.wrong > 0 ? [i + 1] : [],
  );
}

const falls = (losses: Float64Array): boolean => losses.at(-1)! < losses[0]! / 2;
const both = (asked: Scene): boolean => falls(bench(asked).losses) && falls(bench(asked).healthy);
const suspect = (layer: number) => (asked: Scene) => bench(asked).suspect === layer;

export const verify: Lesson = {
  title: words.title,
  aha: words.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: words.plant({ localSlope }),
    },
    {
      kind: "choose",
      enter: first,
      ask: words.curves.ask,
      options: [
        {
          ...words.curves.healthy,
          holds: (asked) => !falls(bench(asked).losses) && falls(bench(asked).healthy),
        },
        {
          ...words.curves.both,
          holds: both,
        },
        {
          ...words.curves.neither,
          holds: (asked) => !falls(bench(asked).losses) && !falls(bench(asked).healthy),
        },
      ],
      reveal: { ...first, panel: "bugBench" },
      why: words.curves.why({ layer: chosen(planted.layer) }),
    },
    {
      kind: "choose",
      enter: first,
      ask: words.find.ask,
      options: [
        {
          ...words.find.longer,
          holds: (asked) => !falls(bench(asked).losses),
        },
        {
          ...words.find.nudge,
          holds: (asked) => wrongLayers(asked).length > 0,
        },
      ],
      reveal: { ...first, panel: "gradientCheck" },
      why: words.find.why,
    },
    {
      kind: "estimate",
      enter: first,
      ask: words.layers.ask({ layer: chosen(planted.layer) }),
      answer: (asked) => wrongLayers(asked).length,
      within: 0.01,
      reveal: { ...first, panel: "bugBench" },
      why: words.layers.why,
    },
    {
      kind: "choose",
      enter: first,
      ask: words.suspect.ask,
      options: [
        {
          ...words.suspect.first,
          holds: suspect(1),
        },
        {
          ...words.suspect.last,
          holds: suspect(2),
        },
        {
          ...words.suspect.output,
          holds: suspect(3),
        },
      ],
      why: words.suspect.why,
    },
    {
      kind: "challenge",
      enter: first,
      text: words.check({ loss: number(quantity.L) }),
      done: ({ panel }) => panel === "gradientCheck",
      solution: () => ({ ...first, panel: "gradientCheck" }),
    },
  ],
};
