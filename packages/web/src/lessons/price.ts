import { biasName, elementary, format, ids } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, valueIn } from "./scene.ts";
import { bias, chosen, ell, number, words, yHat } from "./words.ts";

/** One point of class 1, and a neuron that is nothing but its bias, so ŷ = σ(b). */
const atBias = (b: number) =>
  experimentOf({
    data: { name: "custom", samples: [[0.5, 0.5, 1]] },
    start: [{ weight: [[0, 0]], bias: [b] }],
    rate: 1,
    epochs: 500,
  });

/** The bias at which ŷ is p. */
const atProbability = (p: number) => atBias(elementary.ln(p / (1 - p)));

const UNSURE = 0.1;
const SURE = 0.01;
const VERY_SURE = 0.001;
const DEAR = 5;
const B = biasName(1, 1);

const costs = (p: number): number => -elementary.ln(p);
const slider = [{ kind: "parameter", name: B, min: -10, max: 10 }] as const;
const answer = (scene: Scene): number => valueIn(scene, quantity.p(1));

export const price: Lesson = {
  title: "The price of being wrong",
  aha: "The loss counts zeros: every further zero in the probability of the truth costs the same again.",
  steps: [
    {
      kind: "say",
      enter: { experiment: atBias(2), t: 0 },
      text: words`One blue point, and a neuron that ignores its inputs: only its bias speaks. It says ${yHat} = ${number(quantity.p(1))}, how sure it is of blue. The truth is blue, and the price of its answer is ${ell} = ${number(quantity.ell(1))}: the logarithm of ${yHat}, with its sign turned.`,
    },
    {
      kind: "estimate",
      enter: { experiment: atBias(0), t: 0 },
      ask: words`Now it has no opinion: ${yHat} = ${number(quantity.p(1))}. What does a coin flip cost? (a guess to one place after the point will do)`,
      answer: (asked) => valueIn(asked, quantity.ell(1)),
      within: 0.1,
      why: words`It is the logarithm of two. You will see this number again as a dotted line in every loss curve: whoever pays more is worse than a coin.`,
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "do",
      controls: slider,
      text: words`Move ${bias} until the answer costs less than a tenth of that. Now: ${yHat} = ${number(quantity.p(1))}, price ${number(quantity.ell(1))}.`,
      done: (scene) => valueIn(scene, quantity.ell(1)) < costs(0.5) / 10,
      solution: () => ({ experiment: atBias(3), t: 0 }),
    },
    {
      kind: "estimate",
      enter: { experiment: atProbability(UNSURE), t: 0 },
      ask: words`Now it is wrong: ${yHat} = ${chosen(UNSURE)}, at a price of ${number(quantity.ell(1))}. How many times as dear is ${yHat} = ${chosen(SURE)}, ten times as sure of the wrong thing?`,
      answer: () => costs(SURE) / costs(UNSURE),
      within: 0.01,
      reveal: { experiment: atProbability(SURE), t: 0 },
      why: words`Only twice: the price grows with the number of zeros, ${() => format(costs(UNSURE))} for each.`,
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "estimate",
      enter: { experiment: atProbability(SURE), t: 0 },
      ask: words`And ${yHat} = ${chosen(VERY_SURE)}: how many times the price of ${chosen(UNSURE)}?`,
      answer: () => costs(VERY_SURE) / costs(UNSURE),
      within: 0.01,
      reveal: { experiment: atProbability(VERY_SURE), t: 0 },
      why: words`One more zero, the same price once more. It never ends: no answer is so wrong that a wronger one would cost the same.`,
      decides: () => ids.ell.of(1, 0),
    },
    {
      kind: "sign",
      enter: { experiment: atProbability(UNSURE), t: 0 },
      ask: words`${yHat} is ${number(quantity.p(1))} and should be one. If ${bias} grew a little, would the loss rise or fall: is its slope in ${bias} positive (it rises) or negative (it falls)?`,
      answer: (asked) => valueIn(asked, quantity.gradient(B)),
      why: words`Negative: raise ${bias} and the loss falls. The slope is ${yHat} minus the truth, ${number(quantity.gradient(B))}: the further off, the steeper.`,
      decides: () => ids.gradient.of(B, 0),
    },
    {
      kind: "challenge",
      controls: slider,
      text: words`Make the answer cost more than ${chosen(DEAR)}. How sure must it be of the wrong thing? Now: ${yHat} = ${number(quantity.p(1))}, price ${number(quantity.ell(1))}.`,
      done: (scene) => valueIn(scene, quantity.ell(1)) > DEAR && answer(scene) > 0,
      solution: () => ({ experiment: atBias(-6), t: 0 }),
    },
  ],
};
