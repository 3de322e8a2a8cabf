import { activations, type Experiment, format, ids } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import { chosen, number, words } from "./words.ts";

const GOAL = 0.35;

/** Four layers of six on the moons. */
export const deep = (activation: "sigmoid" | "tanh"): Experiment =>
  experimentOf({
    data: { name: "moons", points: 200, noise: 0.05, seed: 1 },
    hidden: [6, 6, 6, 6],
    activation,
    start: 7,
    rate: 0.3,
    epochs: 500,
  });

/** How many times larger the gradient of layer 4 is than that of layer 1, in root mean square. */
export function fade(scene: Scene): number {
  return valueIn(scene, quantity.grms(4)) / valueIn(scene, quantity.grms(1));
}

const start = (activation: "sigmoid" | "tanh") => ({ experiment: deep(activation), t: 0 });
const times = (low: number, high: number) => (asked: Scene) => fade(asked) >= low && fade(asked) < high;

export const fading: Lesson = {
  title: "The fading signal",
  aha: "Every sigmoid layer takes at least three quarters of the signal away, unless large weights make up for it.",
  steps: [
    {
      kind: "say",
      enter: start("sigmoid"),
      text: words`Four hidden layers of six sigmoid neurons: deep, for its size. The blame starts at the output and travels back through all of them. The question is what is left of it at the first.`,
    },
    {
      kind: "choose",
      enter: start("sigmoid"),
      ask: words`How much smaller are the gradients of layer one than those of layer four?`,
      options: [
        {
          words: words`About the same.`,
          holds: times(0, 3),
          reply: words`It would be so if each layer passed on what it gets. It does not.`,
        },
        {
          words: words`About ten times.`,
          holds: times(3, 30),
          reply: words`More: there are three layers between them.`,
        },
        { words: words`More than thirty times.`, holds: times(30, Infinity), reply: words`Yes.` },
      ],
      reveal: { ...start("sigmoid"), panel: "health" },
      why: words`${(asked) => format(fade(asked))} times. The tool Health shows it layer by layer.`,
    },
    {
      kind: "estimate",
      enter: start("sigmoid"),
      ask: words`On its way through a neuron, blame is multiplied by the sigmoid’s slope. What is the largest value that slope can have?`,
      answer: () => activations.sigmoid.steepest,
      within: 0.001,
      reveal: { ...start("sigmoid"), panel: "activation" },
      why: words`A quarter, and that only in the middle. Whatever a sigmoid layer passes back, it has lost three quarters at least, unless large weights make up for it.`,
    },
    {
      kind: "choose",
      enter: start("sigmoid"),
      ask: words`Train this network for ${({ experiment }) => String(experiment.training.epochs)} epochs. Will it learn the moons?`,
      options: [
        {
          words: words`It gets close to a loss of zero.`,
          holds: () => valueIn(trained(deep("sigmoid")), quantity.L) < 0.1,
          reply: words`The first layers hear almost nothing of what is wrong.`,
        },
        {
          words: words`It stays at the coin flip.`,
          holds: () => valueIn(trained(deep("sigmoid")), quantity.L) > 0.65,
          reply: words`Yes.`,
        },
      ],
      reveal: { ...start("sigmoid"), play: true },
      why: words`It never got going. With gradients this faint the first layers hardly moved; the output learned to say a half to everything, and there every gradient is tiny. Small gradients do not mean “learned”.`,
      decides: () => ids.L.of(deep("sigmoid").training.epochs),
    },
    {
      kind: "choose",
      enter: start("tanh"),
      ask: words`The same network and the same start with tanh, whose slope is one in the middle. How much smaller are layer one’s gradients now?`,
      options: [
        { words: words`Less than ten times.`, holds: times(0, 10), reply: words`Yes.` },
        {
          words: words`As much as before.`,
          holds: times(10, Infinity),
          reply: words`One is a better factor than a quarter: multiplied by itself it stays.`,
        },
      ],
      reveal: { ...start("tanh"), panel: "health" },
      why: words`Divided by layer one’s, layer four’s gradients are ${(asked) => format(fade(asked))}; with sigmoid that was ${() => format(fade(sceneAt(start("sigmoid"))))}. One changed line of code.`,
    },
    {
      kind: "challenge",
      enter: start("sigmoid"),
      controls: [
        { kind: "activation", names: ["sigmoid", "tanh", "relu"] },
        { kind: "rate", values: [0.1, 0.3, 1] },
        { kind: "start" },
      ],
      text: words`Get this deep network below a loss of ${chosen(GOAL)} in ${({ experiment }) => String(experiment.training.epochs)} epochs. Press Train. Now: ${number(quantity.L)}.`,
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: deep("tanh"), t: deep("tanh").training.epochs }),
    },
  ],
};
