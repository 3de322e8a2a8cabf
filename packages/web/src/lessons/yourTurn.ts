import { biasName, weightName, withParameter } from "@neural-viz/engine";
import { messages } from "#text/lessons/yourTurn";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity, type Quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { type Text, computed, errorSignal, eta, number, type Piece, yHat } from "./pieces.ts";

/** A 2-2-1 sigmoid network and one point. Its inputs aren't 1, so that no weight's gradient equals its neuron's δ. */
const experiment = experimentOf({
  data: { name: "custom", samples: [[0.6, 0.3, 1]] },
  hidden: [2],
  activation: "sigmoid",
  start: [
    {
      weight: [
        [0.5, -1],
        [1.5, 2],
      ],
      bias: [0.2, -0.4],
    },
    { weight: [[-0.4, 0.8]], bias: [-0.3] },
  ],
  rate: 0.5,
  epochs: 500,
});
/** Each exercise is one update further, so its numbers are new. */
const after = (t: number) => ({ experiment, t });

const output = [
  quantity.p(1),
  quantity.delta(2, 1, 1),
  ...[weightName(2, 1, 1), weightName(2, 1, 2), biasName(2, 1)].map((name) => quantity.gradient(name, 1)),
];
const second = quantity.delta(1, 2, 1);
const deltas = [quantity.delta(1, 1, 1), second];
const hidden = [
  weightName(1, 1, 1),
  weightName(1, 1, 2),
  weightName(1, 2, 1),
  weightName(1, 2, 2),
  biasName(1, 1),
  biasName(1, 2),
].map((name) => quantity.gradient(name, 1));
const pass = [...output, ...deltas, ...hidden];

const LAST = 2;
const MOVED = weightName(2, 1, 1);
/** A weight set by hand is correct if its first four printed digits are. */
const NEAR = 0.00006;

const w11: Piece = { tex: "W^{(2)}_{11}", plain: "W⁽²⁾₁₁" };
/** A number of the scene in which the exercise begins, whatever has been typed since. */
const given = (of: Quantity): Piece => computed(() => valueIn(sceneAt(after(LAST)), of));
const updated = (): number => valueIn(sceneAt(after(LAST + 1)), quantity.parameter(MOVED));

/** Whether the weight was set to this value. */
function isSetTo(value: number, { experiment: { changes } }: Scene): boolean {
  const set = changes.findLast(
    (change) => change.at === LAST && "parameter" in change && change.parameter === MOVED,
  );
  return set !== undefined && "value" in set && Math.abs(set.value - value) < NEAR;
}

/** The mistake in an update by hand that leads to the value that was set. */
function mistakeIn(scene: Scene): Text | undefined {
  const [value, gradient, rate] = [
    quantity.parameter(MOVED),
    quantity.gradient(MOVED),
    quantity.hyper("learningRate"),
  ].map((of) => valueIn(sceneAt(after(LAST)), of)) as [number, number, number];
  if (isSetTo(value + rate * gradient, scene)) return messages.uphill;
  if (isSetTo(value - gradient, scene)) return messages.rateMissing({ eta });
  return isSetTo(value, scene) ? messages.valueBefore : undefined;
}

export const yourTurn: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: after(0),
      text: messages.network({ yHat, prediction: number(quantity.p(1)) }),
    },
    {
      kind: "fill",
      enter: after(0),
      text: messages.read({ yHat, errorSignal }),
      lines: pass,
      blank: [],
    },
    {
      kind: "fill",
      enter: after(1),
      text: messages.one,
      lines: [...output, ...deltas],
      blank: [second],
    },
    {
      kind: "fill",
      enter: after(2),
      text: messages.layer,
      lines: pass.slice(0, -2),
      blank: [...deltas, ...hidden.slice(0, -2)],
    },
    {
      kind: "choose",
      enter: after(LAST),
      ask: messages.moved.ask,
      options: [
        {
          ...messages.moved.yes,
          holds: (asked) => asked.session.params.some((w, i) => w !== sceneAt(after(LAST)).session.params[i]),
        },
        {
          ...messages.moved.no,
          holds: (asked) =>
            asked.session.params.every((w, i) => w === sceneAt(after(LAST)).session.params[i]),
        },
      ],
      why: messages.moved.why({ eta }),
    },
    {
      kind: "challenge",
      enter: after(LAST),
      controls: [{ kind: "parameter", name: MOVED, min: -1, max: 1 }],
      text: messages.update({
        w: w11,
        value: given(quantity.parameter(MOVED)),
        gradient: given(quantity.gradient(MOVED)),
        rate: given(quantity.hyper("learningRate")),
      }),
      seen: messages.updated({
        w: w11,
        value: given(quantity.parameter(MOVED)),
        rate: given(quantity.hyper("learningRate")),
        gradient: given(quantity.gradient(MOVED)),
        result: computed(updated),
      }),
      done: (scene) => isSetTo(updated(), scene),
      near: mistakeIn,
      solution: () => ({ experiment: withParameter(experiment, LAST, MOVED, updated()), t: LAST }),
    },
  ],
};
