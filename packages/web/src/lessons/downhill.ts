import { biasName, format, idOf, ids, weightName, withOptimizer } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { bias, chosen, eta, number, weight, words, yHat } from "./words.ts";

const RATE = 0.1;
const FEW = 5;
const LOW = 0.1;
const W1 = weightName(1, 1, 1);

/** One orange point at x = (1, 0): a single weight matters. */
const experiment = experimentOf({
  data: { name: "custom", samples: [[1, 0, 0]] },
  start: [{ weight: [[1, 0]], bias: [0] }],
  rate: RATE,
  epochs: 500,
});
export const first = { experiment, t: 0 };
const after = { experiment, t: 1 };

const names = [W1, weightName(1, 1, 2), biasName(1, 1)];

/** What the slopes promise of one update: η times the sum of their squares. */
function promised(asked: Scene): number {
  return RATE * names.reduce((sum, name) => sum + valueIn(asked, quantity.gradient(name)) ** 2, 0);
}

/** What one update brought. */
function kept(asked: Scene): number {
  return valueIn(asked, quantity.L) - valueIn(sceneAt(after), quantity.L);
}

export const downhill: Lesson = {
  title: "One step downhill",
  aha: "An update is the slope times the rate; what it brings is nearly, never quite, what the slope promises.",
  steps: [
    {
      kind: "say",
      enter: first,
      text: words`One orange point and one neuron. It says ${yHat} = ${number(quantity.p(1))} and should say zero, which costs ${number(quantity.L)}. The second input is zero here, so only ${weight(1)} = ${number(quantity.parameter(W1))} and ${bias} = ${number(quantity.parameter(biasName(1, 1)))} can help.`,
    },
    {
      kind: "sign",
      enter: first,
      ask: words`What is the sign of the slope of the loss in ${weight(1)}: would the loss rise or fall if ${weight(1)} grew?`,
      answer: (asked) => valueIn(asked, quantity.gradient(W1)),
      why: words`A larger ${weight(1)} pushes ${yHat} up, away from the truth: the loss rises, so the slope is positive, ${number(quantity.gradient(W1))}. Downhill is to the left.`,
      decides: () => ids.gradient.of(W1, 0),
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`The slope is ${number(quantity.gradient(W1))}, the learning rate ${eta} is ${chosen(RATE)}. What is ${weight(1)} after one update? (three digits)`,
      answer: () => valueIn(sceneAt(after), quantity.parameter(W1)),
      within: 0.002,
      reveal: after,
      why: words`Old value minus rate times slope. The gradient is not the step: the rate makes a step of it.`,
      decides: () => ids.parameter.of(W1, 1),
    },
    {
      kind: "choose",
      enter: first,
      ask: words`Rate times slope squared, for both numbers that move, promises a loss lower by ${(asked) => format(promised(asked))}. What will come of it?`,
      options: [
        {
          words: words`Exactly that much.`,
          holds: (asked) => kept(asked) === promised(asked),
          reply: words`A slope is the truth at one point only; on the way the slope changes.`,
        },
        {
          words: words`A bit less.`,
          holds: (asked) => kept(asked) < promised(asked) && kept(asked) > 0,
          reply: words`Yes.`,
        },
        {
          words: words`A bit more.`,
          holds: (asked) => kept(asked) > promised(asked),
          reply: words`This valley gets flatter on the way down, not steeper.`,
        },
      ],
      reveal: after,
      why: words`It fell by ${(asked) => format(kept(asked))}: the curve flattens below the tangent’s start, so the step brings a little less than its slope promised.`,
      decides: () => ids.L.of(1),
    },
    {
      kind: "do",
      enter: first,
      text: words`See it as a picture: press the edge of ${weight(1)} in the network, and look at the curve with its tangent. The hollow dot is where the next update lands.`,
      done({ inspected }) {
        const id = inspected && idOf(inspected);
        return id?.kind === "parameter" && id.name === W1;
      },
      solution: () => ({ ...first, inspect: ids.parameter.of(W1, 0) }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [{ kind: "rate", values: [0.1, 1, 10] }],
      text: words`Get the loss below ${chosen(LOW)} in at most ${chosen(FEW)} updates: choose a rate and press Step. Now: ${number(quantity.L)} after ${({ t }) => String(t)}.`,
      done: (scene) => valueIn(scene, quantity.L) < LOW && scene.t <= FEW,
      solution: () => ({
        experiment: withOptimizer(experiment, 0, { ...experiment.optimizer, learningRate: 10 }),
        t: 1,
      }),
    },
  ],
};
