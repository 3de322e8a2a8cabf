import { bugBench, finish, type PlantedBug } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import { number, words } from "./words.ts";

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
  title: "Trust, but verify",
  aha: "A falling loss proves nothing about the gradient.",
  steps: [
    {
      kind: "say",
      enter: first,
      text: words`Backprop is easy to get wrong, and a wrong one does not crash. We plant a mistake: in one hidden layer, the local slope is forgotten. Then we train with it, and beside it without it, from the same weights.`,
    },
    {
      kind: "choose",
      enter: first,
      ask: words`What will the two loss curves look like?`,
      options: [
        {
          words: words`The wrong one rises or stays flat.`,
          holds: (asked) => !falls(bench(asked).losses) && falls(bench(asked).healthy),
          reply: words`Even a wrong gradient often points roughly downhill.`,
        },
        {
          words: words`Both fall, to half or less.`,
          holds: both,
          reply: words`Yes.`,
        },
        {
          words: words`Neither falls.`,
          holds: (asked) => !falls(bench(asked).losses) && !falls(bench(asked).healthy),
          reply: words`The right one certainly does.`,
        },
      ],
      reveal: { ...first, panel: "bugBench" },
      why: words`By the curves alone you cannot tell. Open beside you: the bug bench. Plant it there, in layer ${() => String(planted.layer)}, and see for yourself.`,
    },
    {
      kind: "choose",
      enter: first,
      ask: words`So how does one find out which backprop is right?`,
      options: [
        {
          words: words`Train longer: the wrong one will fail.`,
          holds: (asked) => !falls(bench(asked).losses),
          reply: words`It may train happily to the end, only worse than it could.`,
        },
        {
          words: words`Nudge a weight and see whether the loss moves as the gradient says.`,
          holds: (asked) => wrongLayers(asked).length > 0,
          reply: words`Yes.`,
        },
      ],
      reveal: { ...first, panel: "gradientCheck" },
      why: words`That is the gradient check: for every parameter the slope by backprop beside the slope by nudging. Ours agree; the planted one’s do not.`,
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`The mistake sits in one hidden layer. The blame flows from the output backwards through it. In how many of the three layers will the check find wrong gradients?`,
      answer: (asked) => wrongLayers(asked).length,
      within: 0.01,
      reveal: { ...first, panel: "bugBench" },
      why: words`In the layer of the mistake and in every one before it: what goes wrong on the way back stays wrong.`,
    },
    {
      kind: "choose",
      enter: first,
      ask: words`The check found layers one and two wrong, layer three right. Where do you look for the mistake?`,
      options: [
        {
          words: words`Layer one, the first wrong one.`,
          holds: suspect(1),
          reply: words`It only inherits its wrong blame from behind.`,
        },
        {
          words: words`Layer two, the last wrong one.`,
          holds: suspect(2),
          reply: words`Yes.`,
        },
        {
          words: words`Layer three, at the output.`,
          holds: suspect(3),
          reply: words`Its gradients agree with the nudges: it is innocent.`,
        },
      ],
      why: words`Blame flows backwards, so the last wrong layer is where the mistake came in.`,
    },
    {
      kind: "challenge",
      enter: first,
      text: words`Never take our word for it either: open Gradient check in the Tools and see the engine’s own backprop tested, here at loss ${number(quantity.L)}, or after any epoch you like.`,
      done: ({ panel }) => panel === "gradientCheck",
      solution: () => ({ ...first, panel: "gradientCheck" }),
    },
  ],
};
