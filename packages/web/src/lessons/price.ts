import { biasName, elementary, ids } from "@neural-viz/engine";
import { messages } from "#text/lessons/price";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, valueIn } from "./scene.ts";
import { bias, chosen, computed, ell, number, yHat } from "./pieces.ts";

/** One point of class 1, and a neuron that is only its bias, so ŷ = σ(b). */
const atBias = (b: number) =>
  experimentOf({
    data: { name: "custom", samples: [[0.5, 0.5, 1]] },
    start: [{ weight: [[0, 0]], bias: [b] }],
    rate: 1,
    epochs: 500,
  });

/** The bias at which ŷ is p. */
const atProbability = (p: number) => atBias(elementary.ln(p / (1 - p)));

const WRONG = 0.1;
const WORSE = 0.01;
const WORST = 0.001;
const GOAL = 5;
const B = biasName(1, 1);

const lossAt = (p: number): number => -elementary.ln(p);
/** How much ln ŷ falls when ŷ drops to a tenth. */
const step = computed(() => elementary.ln(10));
const slider = [{ kind: "parameter", name: B, min: -10, max: 10 }] as const;
const prediction = (scene: Scene): number => valueIn(scene, quantity.p(1));

export const price: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: atBias(2), t: 0 },
      text: messages.onePoint({
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
      }),
    },
    {
      kind: "estimate",
      enter: { experiment: atBias(0), t: 0 },
      ask: messages.half.ask({ yHat, prediction: number(quantity.p(1)) }),
      answer: (asked) => valueIn(asked, quantity.ell(1)),
      within: 0.1,
      why: messages.half.why,
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "do",
      controls: slider,
      text: messages.lower({
        b: bias,
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
      }),
      seen: messages.lowered({
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
        limit: computed(() => lossAt(0.5) / 10),
      }),
      done: (scene) => valueIn(scene, quantity.ell(1)) < lossAt(0.5) / 10,
      solution: () => ({ experiment: atBias(3), t: 0 }),
    },
    {
      kind: "estimate",
      enter: { experiment: atProbability(WRONG), t: 0 },
      ask: messages.tenth.ask({
        yHat,
        wrong: chosen(WRONG),
        loss: number(quantity.ell(1)),
        worse: chosen(WORSE),
      }),
      answer: () => lossAt(WORSE) / lossAt(WRONG),
      within: 0.01,
      reveal: { experiment: atProbability(WORSE), t: 0 },
      why: messages.tenth.why({ yHat, step }),
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "estimate",
      enter: { experiment: atProbability(WORSE), t: 0 },
      ask: messages.hundredth.ask({ yHat, wrong: chosen(WRONG), worst: chosen(WORST) }),
      answer: () => lossAt(WORST) / lossAt(WRONG),
      within: 0.01,
      reveal: { experiment: atProbability(WORST), t: 0 },
      why: messages.hundredth.why({ yHat, step }),
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "sign",
      enter: { experiment: atProbability(WRONG), t: 0 },
      ask: messages.sign.ask({ yHat, prediction: number(quantity.p(1)), b: bias }),
      answer: (asked) => valueIn(asked, quantity.gradient(B)),
      why: messages.sign.why({ b: bias, yHat, gradient: number(quantity.gradient(B)) }),
      decides: () => ids.gradient.of(B, 0),
    },
    {
      kind: "challenge",
      controls: slider,
      text: messages.raise({
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
        goal: chosen(GOAL),
      }),
      seen: messages.raised({
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
        goal: chosen(GOAL),
        limit: computed(() => elementary.exp(-GOAL)),
      }),
      done: (scene) => valueIn(scene, quantity.ell(1)) > GOAL && prediction(scene) > 0,
      solution: () => ({ experiment: atBias(-6), t: 0 }),
    },
  ],
};
