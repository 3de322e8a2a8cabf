import {
  biasName,
  ids,
  type ParameterName,
  parameterPlain,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/backwards";
import type { Lesson, Option, Stop } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { chosen, computed, ell, errorSignal, localSlope, number, type Piece, yHat, z } from "./pieces.ts";

const FROM = 0.5;
const NUDGE = 0.01;
const CLOSE = 1e-6;
const W11 = weightName(1, 1, 1);

/** A 2-2-1 network with weights that are easy to follow by hand, and one blue point. */
const experiment = experimentOf({
  data: { name: "custom", samples: [[0.8, 0.4, 1]] },
  hidden: [2],
  start: [
    {
      weight: [
        [FROM, -1],
        [1.5, 2],
      ],
      bias: [0.2, -0.5],
    },
    { weight: [[1, -2]], bias: [0.3] },
  ],
  rate: 0.5,
  epochs: 500,
});
const first = { experiment, t: 0 };
const names = [W11, weightName(1, 1, 2), weightName(1, 2, 1), weightName(1, 2, 2)];
const outgoing = [weightName(2, 1, 1), weightName(2, 1, 2)];
const deltaHidden: Piece = { tex: "\\delta^{(1)}_1", plain: "δ⁽¹⁾₁" };
const deltaOut: Piece = { tex: "\\delta^{(2)}_1", plain: "δ⁽²⁾₁" };
const w11: Piece = { tex: "W^{(1)}_{11}", plain: "W⁽¹⁾₁₁" };
const w21: Piece = { tex: "W^{(1)}_{21}", plain: "W⁽¹⁾₂₁" };
const x1: Piece = { tex: "x_1", plain: "x₁" };
const x2: Piece = { tex: "x_2", plain: "x₂" };

/** What the path through a hidden neuron, from 1, adds to the slope of ℓ along x₁. */
const alongPath =
  (j: number) =>
  (scene: Scene): number =>
    valueIn(scene, quantity.delta(1, j, 1)) * valueIn(scene, quantity.parameter(weightName(1, j, 1)));

/** Compares the slope of ℓ along x₁ with the sum of the two paths and with their product. */
export function bothPaths(asked: Scene) {
  const { session } = asked;
  const [p, q] = [1, 2].map((j) => alongPath(j)(asked));
  const shifted = sceneAt({
    ...first,
    experiment: { ...experiment, dataset: { name: "custom", samples: [[0.8 + 1e-6, 0.4, 1]] } },
  });
  const slope = (shifted.session.loss - session.loss) / 1e-6;
  return { added: Math.abs(slope - (p! + q!)) < 1e-4, multiplied: Math.abs(slope - p! * q!) < 1e-4 };
}

/** The sizes of the four factors of this weight's gradient: error signal, weight, local slope, input. */
const factors = (asked: Scene) =>
  [
    valueIn(asked, quantity.delta(2, 1, 1)),
    valueIn(asked, quantity.parameter(weightName(2, 1, 1))),
    1 - valueIn(asked, quantity.a(1, 1, 1)) ** 2,
    asked.session.samples.inputs[0]![0]!,
  ].map(Math.abs);

const input = number(() => ids.x.of(1, 1));
const factor = (i: number): Piece => computed((asked) => factors(asked)[i]!);

/** The stops of the walk back: the output's error signal, then what leads to that of a hidden neuron. */
const start: Stop = { on: [2, 1], as: "signal", number: { of: quantity.delta(2, 1, 1) } };
const outgoingOf = (j: number): Stop => weighted(weightName(2, 1, j));
const slopeOf = (j: number): Stop => ({ on: [1, j], as: "slope", number: { of: quantity.slope(1, j, 1) } });
const signalOf = (j: number): Stop => ({ on: [1, j], as: "signal", number: { of: quantity.delta(1, j, 1) } });
const gradientOf = (name: ParameterName): Stop => ({
  on: name,
  as: "product",
  number: { of: quantity.gradient(name) },
});

function weighted(name: ParameterName): Stop {
  return { on: name, as: "factor", number: { of: quantity.parameter(name) } };
}

const slope = (): number => valueIn(sceneAt(first), quantity.gradient(W11));
const changed = (scene: Scene): number => valueIn(scene, quantity.L) - valueIn(sceneAt(first), quantity.L);
const nudged = withParameter(experiment, 0, W11, FROM + NUDGE);

export const backwards: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: messages.question({
        yHat,
        prediction: number(quantity.p(1)),
        ell,
        loss: number(quantity.ell(1)),
        w11,
      }),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.output.ask({ errorSignal, delta: deltaOut, yHat, prediction: number(quantity.p(1)), z }),
      answer: (asked) => valueIn(asked, quantity.delta(2, 1, 1)),
      within: 0.002,
      why: messages.output.why({ z }),
      decides: () => ids.delta.of(2, 1, 1, 0),
      travels: { along: [], stops: [start] },
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.hidden.ask({
        deltaOut: number(quantity.delta(2, 1, 1)),
        weight: number(quantity.parameter(weightName(2, 1, 1))),
        activation: number(quantity.a(1, 1, 1)),
        delta: deltaHidden,
      }),
      answer: (asked) => valueIn(asked, quantity.delta(1, 1, 1)),
      within: 0.005,
      why: messages.hidden.why({ localSlope }),
      decides: () => ids.delta.of(1, 1, 1, 0),
      travels: {
        along: [weightName(2, 1, 1)],
        stops: [{ ...start, given: true }, { ...outgoingOf(1), given: true }, slopeOf(1), signalOf(1)],
      },
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.order.ask({ w11, x1, input }),
      options: [
        order([3, 0, 2, 1], messages.order.inputFirst),
        order([0, 3, 2, 1], messages.order.errorFirst),
        order([2, 0, 3, 1], messages.order.slopeFirst),
        order([1, 2, 3, 0], messages.order.weightFirst),
      ],
      why: messages.order.why({ error: factor(0), weight: factor(1), slope: factor(2), input: factor(3) }),
      decides: () => ids.gradient.of(W11, 0),
      travels: {
        along: [weightName(2, 1, 1), W11],
        stops: [
          start,
          outgoingOf(1),
          slopeOf(1),
          signalOf(1),
          { on: [0, 1], as: "factor", number: { of: quantity.x(1, 1) } },
          gradientOf(W11),
        ],
      },
    },
    {
      kind: "pick",
      enter: first,
      ask: messages.least.ask,
      name: parameterPlain,
      meant: (id) =>
        (id.kind === "parameter" || id.kind === "gradient") && names.includes(id.name) ? id.name : undefined,
      answer: (asked) => {
        const sizes = names.map((name) => Math.abs(valueIn(asked, quantity.gradient(name))));
        return names[sizes.indexOf(Math.min(...sizes))]!;
      },
      why: messages.least.why({
        x2,
        small: number(quantity.delta(1, 2, 1)),
        large: number(quantity.delta(1, 1, 1)),
      }),
      travels: { along: names, stops: [signalOf(1), signalOf(2), ...names.map(gradientOf)] },
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.paths.ask({ x1 }),
      options: [
        {
          ...messages.paths.multiply,
          holds: (asked) => bothPaths(asked).multiplied,
        },
        {
          ...messages.paths.add,
          holds: (asked) => bothPaths(asked).added,
        },
      ],
      reveal: { ...first, panel: "chainRule" },
      why: messages.paths.why,
      travels: {
        along: [...outgoing, weightName(1, 1, 1), weightName(1, 2, 1)],
        stops: [
          start,
          ...[1, 2].flatMap((j): Stop[] => [
            outgoingOf(j),
            slopeOf(j),
            signalOf(j),
            weighted(weightName(1, j, 1)),
            { on: weightName(1, j, 1), as: "product", number: { value: alongPath(j) } },
          ]),
          {
            on: [0, 1],
            as: "sum",
            number: { value: (scene) => alongPath(1)(scene) + alongPath(2)(scene) },
          },
        ],
        end: 1,
      },
    },
    {
      kind: "do",
      enter: first,
      controls: [{ kind: "parameter", name: W11, min: -2, max: 2 }],
      text: messages.nudge({
        w11,
        from: chosen(FROM),
        gradient: computed(slope),
        nudge: chosen(NUDGE),
        change: computed(() => slope() * NUDGE),
        to: chosen(FROM + NUDGE),
        changed: computed(changed),
      }),
      seen: messages.nudged({ change: computed(() => slope() * NUDGE), changed: computed(changed) }),
      done: (scene) => Math.abs(valueIn(scene, quantity.parameter(W11)) - (FROM + NUDGE)) < CLOSE,
      solution: () => ({ experiment: nudged, t: 0 }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [...outgoing, biasName(2, 1)].map(
        (name) => ({ kind: "parameter", name, min: -4, max: 4 }) as const,
      ),
      text: messages.zero({
        w11,
        first: number(quantity.gradient(W11)),
        w21,
        second: number(quantity.gradient(weightName(1, 2, 1))),
      }),
      seen: messages.closed({
        w11,
        first: number(quantity.gradient(W11)),
        w21,
        second: number(quantity.gradient(weightName(1, 2, 1))),
      }),
      done: (scene) => names.every((name) => valueIn(scene, quantity.gradient(name)) === 0),
      near: (scene) => {
        const closed = outgoing.filter((name) => valueIn(scene, quantity.parameter(name)) === 0);
        return closed.length === 1 ? messages.onePath : undefined;
      },
      solution: () => ({
        experiment: withParameter(
          withParameter(experiment, 0, weightName(2, 1, 1), 0),
          0,
          weightName(2, 1, 2),
          0,
        ),
        t: 0,
      }),
    },
  ],
};

/** An answer that orders the factors, by index, from small to large. */
function order(expected: readonly number[], text: Pick<Option, "text" | "reply">) {
  return {
    ...text,
    holds(asked: Scene) {
      const sizes = factors(asked);
      return expected.every((index, i) => i === 0 || sizes[expected[i - 1]!]! <= sizes[index]!);
    },
  };
}
