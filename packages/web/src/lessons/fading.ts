import { activations, elementary, type Experiment, ids } from "@neural-viz/engine";
import { messages } from "#text/lessons/fading";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, computed, epoch, epochs, errorSignal, eta, localSlope, number, z } from "./pieces.ts";

const GOAL = 0.35;
/** The loss of a network that predicts one half for every point. */
const half = computed(() => elementary.ln(2));

/** Four layers of six neurons on the moons. */
export const deep = (activation: "sigmoid" | "tanh"): Experiment =>
  experimentOf({
    data: { name: "moons", points: 200, noise: 0.05, seed: 1 },
    hidden: [6, 6, 6, 6],
    activation,
    start: 7,
    rate: 0.3,
    epochs: 500,
  });

/** How many times larger the gradient of layer 4 is than that of layer 1, by root mean square. */
export function fade(scene: Scene): number {
  return valueIn(scene, quantity.grms(4)) / valueIn(scene, quantity.grms(1));
}

const start = (activation: "sigmoid" | "tanh") => ({ experiment: deep(activation), t: 0 });
const times = (low: number, high: number) => (asked: Scene) => fade(asked) >= low && fade(asked) < high;

export const fading: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: start("sigmoid"),
      text: messages.deep({ errorSignal }),
    },
    {
      kind: "choose",
      enter: start("sigmoid"),
      ask: messages.smaller.ask,
      options: [
        {
          ...messages.smaller.same,
          holds: times(0, 3),
        },
        {
          ...messages.smaller.ten,
          holds: times(3, 30),
        },
        { ...messages.smaller.more, holds: times(30, Infinity) },
      ],
      reveal: { ...start("sigmoid"), panel: "health" },
      why: messages.smaller.why({ fade: computed(fade) }),
    },
    {
      kind: "estimate",
      enter: start("sigmoid"),
      ask: messages.steepest.ask({ localSlope }),
      answer: () => activations.sigmoid.steepest,
      within: 0.001,
      reveal: { ...start("sigmoid"), panel: "activation" },
      why: messages.steepest.why({ z }),
    },
    {
      kind: "choose",
      enter: start("sigmoid"),
      ask: messages.learns.ask({ epochs }),
      options: [
        {
          ...messages.learns.zero,
          holds: () => valueIn(trained(deep("sigmoid")), quantity.L) < 0.1,
        },
        {
          ...messages.learns.half({ half }),
          holds: () => valueIn(trained(deep("sigmoid")), quantity.L) > 0.65,
        },
      ],
      reveal: { ...start("sigmoid"), play: true },
      why: messages.learns.why({ end: computed(() => valueIn(trained(deep("sigmoid")), quantity.L)) }),
      decides: () => ids.L.of(deep("sigmoid").training.epochs),
    },
    {
      kind: "choose",
      enter: start("tanh"),
      ask: messages.tanh.ask({ z }),
      options: [
        { ...messages.tanh.less, holds: times(0, 10) },
        {
          ...messages.tanh.more,
          holds: times(10, Infinity),
        },
      ],
      reveal: { ...start("tanh"), panel: "health" },
      why: messages.tanh.why({
        fade: computed(fade),
        sigmoid: computed(() => fade(sceneAt(start("sigmoid")))),
      }),
    },
    {
      kind: "challenge",
      enter: start("sigmoid"),
      controls: [
        { kind: "activation", names: ["sigmoid", "tanh", "relu"] },
        { kind: "rate", values: [0.1, 0.3, 1] },
        { kind: "start" },
      ],
      text: messages.reach({ goal: chosen(GOAL), epochs, loss: number(quantity.L) }),
      seen: messages.reached({
        loss: number(quantity.L),
        epoch,
        activation: ({ experiment }) => activations[experiment.network.hidden[0]!.activation].label,
        eta,
        rate: number(quantity.hyper("learningRate")),
      }),
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: deep("tanh"), t: deep("tanh").training.epochs }),
    },
  ],
};
