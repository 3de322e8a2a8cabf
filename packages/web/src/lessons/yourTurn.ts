import { biasName, format, textbook, weightName, withParameter } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { quantity, type Quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { eta, number, type Symbol, words, yHat } from "./words.ts";

/** A textbook's network: 2-2-1 sigmoid, one point. Each exercise stands one update further, so its numbers are new. */
const after = (t: number) => ({ experiment: textbook, t });

const output = [
  quantity.p(1),
  quantity.delta(2, 1, 1),
  ...[weightName(2, 1, 1), weightName(2, 1, 2), biasName(2, 1)].map((name) => quantity.gradient(name, 1)),
];
const second = quantity.delta(1, 2, 1);
const blame = [quantity.delta(1, 1, 1), second];
const hidden = [
  weightName(1, 1, 1),
  weightName(1, 1, 2),
  weightName(1, 2, 1),
  weightName(1, 2, 2),
  biasName(1, 1),
  biasName(1, 2),
].map((name) => quantity.gradient(name, 1));
const pass = [...output, ...blame, ...hidden];

const LAST = 2;
const MOVED = weightName(2, 1, 1);
/** A weight set by hand counts when it is as near as four printed digits are. */
const NEAR = 0.00006;

const w21: Symbol = { tex: "W^{(2)}_{11}", plain: "W⁽²⁾₁₁" };
const delta: Symbol = { tex: "\\delta", plain: "δ" };
/** A number of the place where the exercise begins, whatever has been typed since. */
const given = (of: Quantity): string => format(valueIn(sceneAt(after(LAST)), of));
const updated = (): number => valueIn(sceneAt(after(LAST + 1)), quantity.parameter(MOVED));

/** Whether the weight was set to what the next update would make of it. */
function isUpdated({ experiment: { changes } }: Scene): boolean {
  return changes.some(
    (change) =>
      change.at === LAST &&
      "parameter" in change &&
      change.parameter === MOVED &&
      Math.abs(change.value - updated()) < NEAR,
  );
}

export const yourTurn: Lesson = {
  title: "Your turn: a whole backward pass",
  aha: "A backward pass is a dozen products, and you can do every one of them.",
  steps: [
    {
      kind: "say",
      enter: after(0),
      text: words`A textbook’s network: two sigmoid neurons, one output, one blue point, every weight given. It says ${yHat} = ${number(quantity.p(1))}. We do one backward pass in full; then you take over, value by value.`,
    },
    {
      kind: "fill",
      enter: after(0),
      text: words`Read it from the top: the output’s ${delta}, its weights, the blame that goes back through them, the weights before. Each line uses only numbers above it, the inputs and the weights.`,
      lines: pass,
      blank: [],
    },
    {
      kind: "fill",
      enter: after(1),
      text: words`One update later every number is another. One value is left out: the blame of the second hidden neuron. Its line says how; what comes out?`,
      lines: [...output, ...blame],
      blank: [second],
    },
    {
      kind: "fill",
      enter: after(2),
      text: words`Another update. Now the whole hidden layer is yours: both blames, and the gradients of its weights. A usual slip will be recognised.`,
      lines: pass.slice(0, -2),
      blank: [...blame, ...hidden.slice(0, -2)],
    },
    {
      kind: "choose",
      enter: after(LAST),
      ask: words`You know all gradients now. Has any weight moved by knowing them?`,
      options: [
        {
          words: words`Yes: backprop is the learning.`,
          holds: (asked) => asked.session.params.some((w, i) => w !== sceneAt(after(LAST)).session.params[i]),
          reply: words`It only measures how the loss would react. Moving is the optimizer’s business.`,
        },
        {
          words: words`No: that is the update’s business.`,
          holds: (asked) =>
            asked.session.params.every((w, i) => w === sceneAt(after(LAST)).session.params[i]),
          reply: words`Yes.`,
        },
      ],
      why: words`The gradient is not the step: the update multiplies it by the rate ${eta} and subtracts. That comes next.`,
    },
    {
      kind: "challenge",
      enter: after(LAST),
      controls: [{ kind: "parameter", name: MOVED, min: -1, max: 1 }],
      text: words`Take the update by hand. ${w21} was ${() => given(quantity.parameter(MOVED))}, its gradient ${() => given(quantity.gradient(MOVED))}, the rate ${() => given(quantity.hyper("learningRate"))}. Type into its field the value that the update will give it, with four digits.`,
      done: isUpdated,
      solution: () => ({ experiment: withParameter(textbook, LAST, MOVED, updated()), t: LAST }),
    },
  ],
};
