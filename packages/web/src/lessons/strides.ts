import { type Experiment, format, ids, type OptimizerName, weightName } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf, ofOptimizer } from "./experiments.ts";
import { deep, fade } from "./fading.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, eta, number, type Symbol, weight, words } from "./words.ts";

const RATE = 0.1;
const W1 = weightName(1, 1, 1);
const W2 = weightName(1, 1, 2);
const FEW = 5;
const GOAL = 0.02;
const BOLD = 10;
const MILLIONTH = 1e-6;

/** A point whose second input is a millionth of the first, so that the two weights' gradients are a million apart. */
export const apart = (optimizer: OptimizerName, start: number | readonly [number, number] = [0.5, 0.5]) =>
  experimentOf({
    data: { name: "custom", samples: [[1, MILLIONTH, 0]] },
    start: typeof start === "number" ? start : [{ weight: [[...start]], bias: [0] }],
    optimizer,
    rate: RATE,
    epochs: 100,
  });

/** How many times as far the first weight moves in the first update as the second. */
export function ratio(experiment: Experiment): number {
  const scene = sceneAt({ experiment, t: 1 });
  return Math.abs(valueIn(scene, quantity.difference(W1)) / valueIn(scene, quantity.difference(W2)));
}

/** The deep network of sigmoids, with Adam. */
export const deepAdam = atRate(ofOptimizer(deep("sigmoid"), "adam"), RATE);
const ends = (experiment: Experiment): number => valueIn(trained(experiment), quantity.L);

/** One point that is wrong: as easy as can be. */
const easy = (optimizer: OptimizerName, rate: number) =>
  experimentOf({
    data: { name: "custom", samples: [[1, 0, 0]] },
    start: [{ weight: [[1, 0]], bias: [0] }],
    optimizer,
    rate,
    epochs: 100,
  });
const soon = (experiment: Experiment): number => valueIn(sceneAt({ experiment, t: FEW }), quantity.L);
const plainly = (): number => soon(easy("sgd", BOLD));
const carefully = (): number => soon(easy("adam", RATE));

const firstMove = ({ experiment }: Scene): number =>
  Math.abs(valueIn(sceneAt({ experiment, t: 1 }), quantity.difference(W1)));
const between = (low: number, high: number) => (asked: Scene) =>
  ratio(asked.experiment) >= low && ratio(asked.experiment) < high;
const epsilon: Symbol = { tex: "\\epsilon", plain: "ε" };

export const strides: Lesson = {
  title: "Adam: step size without the size",
  aha: "Adam divides every gradient by its own size: what is left is the direction, and the rate is the length of the step.",
  steps: [
    {
      kind: "say",
      enter: { experiment: apart("sgd"), t: 0 },
      text: words`One orange point, whose second input is a millionth of the first. So the gradient of ${weight(2)} is a millionth too: ${number(quantity.gradient(W2))} beside ${number(quantity.gradient(W1))}. Such gaps are common: inputs in other units, layers through which the signal fades.`,
    },
    {
      kind: "choose",
      enter: { experiment: apart("sgd"), t: 0 },
      ask: words`Plain gradient descent takes its first step. How much further does ${weight(1)} move than ${weight(2)}?`,
      options: [
        { words: words`About as far.`, holds: between(0, 2), reply: words`A step is rate times gradient.` },
        {
          words: words`A thousand times as far.`,
          holds: between(300, 3000),
          reply: words`A step is rate times gradient: it keeps the whole gap.`,
        },
        {
          words: words`A million times as far.`,
          holds: between(3e5, 3e6),
          reply: words`Yes.`,
        },
      ],
      reveal: { experiment: apart("sgd"), t: 1 },
      why: words`Rate times gradient: ${weight(1)} moves, ${weight(2)} hardly leaves its place. No rate is right for both.`,
      decides: () => ids.difference.of(W2, 1),
    },
    {
      kind: "estimate",
      enter: { experiment: apart("adam"), t: 0 },
      ask: words`Adam divides the gradient by its size before it steps: a running mean, over the root of a running mean of squares. In the first update both are made of one gradient, ${number(quantity.gradient(W1))}. The rate ${eta} is ${chosen(RATE)}. How far does ${weight(1)} move?`,
      answer: firstMove,
      within: 0.01,
      reveal: { experiment: apart("adam"), t: 1 },
      why: words`A number over its own size is one, or minus one: what is left of the gradient is its sign. Times the rate, that is the step.`,
      decides: () => ids.difference.of(W1, 1),
    },
    {
      kind: "choose",
      enter: { experiment: apart("adam"), t: 0 },
      ask: words`And ${weight(2)}, whose gradient is a million times smaller? Compared with it, ${weight(1)} moves in Adam’s first update …`,
      options: [
        {
          words: words`a million times as far.`,
          holds: between(3e5, 3e6),
          reply: words`Both gradients are divided by their own size, and the gap goes with it.`,
        },
        {
          words: words`a thousand times as far.`,
          holds: between(300, 3000),
          reply: words`The root is taken of a square, so the whole size is divided out.`,
        },
        { words: words`about as far.`, holds: between(0, 2), reply: words`Yes.` },
      ],
      reveal: { experiment: apart("adam"), t: 1 },
      why: words`Both move by the rate. ${weight(2)} lacks a hundredth or two, because of the tiny ${epsilon} that keeps Adam from dividing by zero.`,
      decides: () => ids.difference.of(W2, 1),
    },
    {
      kind: "choose",
      enter: { experiment: deepAdam, t: 0 },
      ask: words`Remember the deep network of sigmoids, whose signal fades: plain gradient descent stayed at ${() => format(ends(deep("sigmoid")))}, the coin flip. The same network and start with Adam, ${eta} = ${chosen(RATE)}: where does its loss end?`,
      options: [
        {
          words: words`At the coin flip again.`,
          holds: () => ends(deepAdam) > 0.6,
          reply: words`The gradients are as faint as before. The steps are not.`,
        },
        {
          words: words`At about half of it.`,
          holds: () => ends(deepAdam) <= 0.6 && ends(deepAdam) > 0.1,
          reply: words`It gets further.`,
        },
        {
          words: words`Close to zero.`,
          holds: () => ends(deepAdam) <= 0.1,
          reply: words`Yes.`,
        },
      ],
      reveal: { experiment: deepAdam, t: 0, play: true },
      why: words`It begins with gradients that are ${(asked) => format(fade(asked))} times smaller in layer one than in layer four. Adam’s steps are as long in both.`,
      decides: () => ids.L.of(deepAdam.training.epochs),
    },
    {
      kind: "choose",
      enter: { experiment: easy("sgd", BOLD), t: 0 },
      ask: words`So is Adam always first? One point that is wrong, as easy as can be: Adam with ${eta} = ${chosen(RATE)}, or plain gradient descent with ${eta} = ${chosen(BOLD)}. Which has the lower loss after ${chosen(FEW)} updates?`,
      options: [
        {
          words: words`Adam.`,
          holds: () => carefully() < plainly(),
          reply: words`Steps of fixed length also mean that a long way takes many of them.`,
        },
        { words: words`Plain gradient descent.`, holds: () => plainly() < carefully(), reply: words`Yes.` },
      ],
      reveal: { experiment: easy("sgd", BOLD), t: 0, panel: "optimizerRace" },
      why: words`${() => format(plainly())} against Adam’s ${() => format(carefully())}. Every optimizer needs a rate of its own. Below the network a race of all four is open: start it.`,
    },
    {
      kind: "challenge",
      enter: { experiment: deep("sigmoid"), t: 0 },
      controls: [
        { kind: "optimizer", names: ["sgd", "momentum", "rmsprop", "adam"] },
        { kind: "rate", values: [0.01, 0.1, 0.3, 1] },
      ],
      text: words`Make the deep sigmoid network learn: a loss below ${chosen(GOAL)} in ${({ experiment }) => String(experiment.training.epochs)} epochs, by optimizer and rate alone. Press Train. Now: ${number(quantity.L)}.`,
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: deepAdam, t: deepAdam.training.epochs }),
    },
  ],
};
