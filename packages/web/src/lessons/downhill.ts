import { biasName, idOf, ids, weightName, withOptimizer } from "@neural-viz/engine";
import { messages } from "#text/lessons/downhill";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { bias, chosen, computed, eta, number, weight, yHat } from "./pieces.ts";

const RATE = 0.1;
const FEW = 5;
const LOW = 0.1;
const W1 = weightName(1, 1, 1);

/** One orange point at x = (1, 0), so that a single weight matters. */
const experiment = experimentOf({
  data: { name: "custom", samples: [[1, 0, 0]] },
  start: [{ weight: [[1, 0]], bias: [0] }],
  rate: RATE,
  epochs: 500,
});
export const first = { experiment, t: 0 };
const after = { experiment, t: 1 };

const w1 = weight(1);
const names = [W1, weightName(1, 1, 2), biasName(1, 1)];

/** How far the loss would fall in one update if the slopes stayed the same: η times the sum of their squares. */
function predictedFall(asked: Scene): number {
  return RATE * names.reduce((sum, name) => sum + valueIn(asked, quantity.gradient(name)) ** 2, 0);
}

/** How far the loss fell in one update. */
function actualFall(asked: Scene): number {
  return valueIn(asked, quantity.L) - valueIn(sceneAt(after), quantity.L);
}

export const downhill: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: messages.onePoint({
        yHat,
        prediction: number(quantity.p(1)),
        loss: number(quantity.L),
        w1,
        w1Value: number(quantity.parameter(W1)),
        b: bias,
        bValue: number(quantity.parameter(biasName(1, 1))),
      }),
    },
    {
      kind: "sign",
      enter: first,
      ask: messages.sign.ask({ w1 }),
      answer: (asked) => valueIn(asked, quantity.gradient(W1)),
      why: messages.sign.why({ w1, yHat, gradient: number(quantity.gradient(W1)) }),
      decides: () => ids.gradient.of(W1, 0),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.update.ask({ w1, gradient: number(quantity.gradient(W1)), eta, rate: chosen(RATE) }),
      answer: () => valueIn(sceneAt(after), quantity.parameter(W1)),
      within: 0.002,
      reveal: after,
      why: messages.update.why,
      decides: () => ids.parameter.of(W1, 1),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.predicted.ask({ w1, b: bias, eta, fall: computed(predictedFall) }),
      options: [
        {
          ...messages.predicted.same,
          holds: (asked) => actualFall(asked) === predictedFall(asked),
        },
        {
          ...messages.predicted.less,
          holds: (asked) => actualFall(asked) < predictedFall(asked) && actualFall(asked) > 0,
        },
        {
          ...messages.predicted.more,
          holds: (asked) => actualFall(asked) > predictedFall(asked),
        },
      ],
      reveal: after,
      why: messages.predicted.why({ fall: computed(actualFall) }),
      decides: () => ids.L.of(1),
    },
    {
      kind: "do",
      enter: first,
      text: messages.tangent({ w1 }),
      seen: messages.slope({
        w1,
        value: number(quantity.parameter(W1)),
        gradient: number(quantity.gradient(W1)),
      }),
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
      text: messages.few({
        goal: chosen(LOW),
        most: chosen(FEW),
        loss: number(quantity.L),
        updates: ({ t }) => messages.updates(t),
      }),
      seen: messages.reached({ loss: number(quantity.L), updates: ({ t }) => messages.updates(t) }),
      done: (scene) => valueIn(scene, quantity.L) < LOW && scene.t <= FEW,
      near: (scene) =>
        valueIn(scene, quantity.L) < LOW
          ? messages.tooLate({ updates: ({ t }) => messages.updates(t), most: chosen(FEW) })
          : undefined,
      solution: () => ({
        experiment: withOptimizer(experiment, 0, { ...experiment.optimizer, learningRate: 10 }),
        t: 1,
      }),
    },
  ],
};
