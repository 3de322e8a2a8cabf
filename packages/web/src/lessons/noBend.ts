import {
  type ActivationName,
  biasName,
  ids,
  type ParameterName,
  type Session,
  trace,
  weightName,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/noBend";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofActivation, ofWidth } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { correctOf, type Scene, sceneAt, trained, valueIn } from "./scene.ts";
import {
  bias,
  chosen,
  computed,
  correct,
  correctIn,
  counted,
  epoch,
  number,
  type Piece,
  weight,
  z,
} from "./pieces.ts";

const WIDTH = 8;
const FEW = 3;
/** Losses this close belong to nearly the same line. */
const SAME = 0.01;
const EXACT = 0.001;

const moons = { name: "moons", points: 200, noise: 0.05, seed: 1 } as const;

/** This many layers of eight neurons on the moons; with 0, a single neuron. */
export const stack = (layers: number, activation: ActivationName) =>
  experimentOf({
    data: moons,
    hidden: Array.from({ length: layers }, () => WIDTH),
    activation,
    start: 3,
    optimizer: "adam",
    rate: 0.1,
    epochs: 500,
  });

const single = stack(0, "tanh");
const small = {
  experiment: experimentOf({
    data: moons,
    hidden: [2],
    activation: "identity",
    start: [
      {
        weight: [
          [1, 2],
          [3, -1],
        ],
        bias: [0, 1],
      },
      { weight: [[2, 1]], bias: [-3] },
    ],
    rate: 0.1,
    epochs: 500,
  }),
  t: 0,
};
const neuron = ([w1, w2, b]: readonly number[]) =>
  experimentOf({ data: moons, start: [{ weight: [[w1!, w2!]], bias: [b!] }], rate: 0.1, epochs: 500 });

/**
 * The weights and the bias of the one neuron that equals a network without a nonlinearity, from its z at three
 * points.
 */
export function lineOf({ network, params }: Pick<Session, "network" | "params">): readonly number[] {
  const at = (x1: number, x2: number): number => trace(network, params, [x1, x2]).z.at(-1)![0]!;
  const b = at(0, 0);
  return [at(1, 0) - b, at(0, 1) - b, b];
}

/** The largest difference between these predictions and those of the small network. */
function off({ session }: Scene): number {
  const expected = sceneAt(small).session.outputs[0]!;
  return session.outputs[0]!.reduce((most, p, s) => Math.max(most, Math.abs(p - expected[s]!)), 0);
}

const gain = (layers: number): number =>
  valueIn(trained(single), quantity.L) - valueIn(trained(stack(layers, "identity")), quantity.L);
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]!.units;
const all = ({ session }: Scene): boolean => session.correct === session.train.count;
const lost = (layers: number, activation: ActivationName): number => {
  const scene = trained(stack(layers, activation));
  return 1 - correctOf(scene) / scene.session.train.count;
};

/** A number of the small network, whatever the scene. */
const ofSmall =
  (name: ParameterName): Piece =>
  () =>
    String(valueIn(sceneAt(small), quantity.parameter(name))).replace("-", "−");
/** The weights along the two paths from x₁ to the output. */
const paths = {
  a: ofSmall(weightName(1, 1, 1)),
  b: ofSmall(weightName(2, 1, 1)),
  c: ofSmall(weightName(1, 2, 1)),
  d: ofSmall(weightName(2, 1, 2)),
};
/** Keeps a product on one line. */
const times: Piece = () => "\u00A0·\u00A0";
const x1: Piece = { tex: "x_1", plain: "x₁" };

export const noBend: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: single, t: single.training.epochs },
      text: messages.single({ z, correct, loss: number(quantity.L) }),
    },
    {
      kind: "choose",
      enter: { experiment: stack(1, "identity"), t: 0 },
      ask: messages.eight.ask({ z, correct: () => correctIn(trained(single)) }),
      options: [
        {
          ...messages.eight.all,
          holds: () => lost(1, "identity") < 0.02,
        },
        {
          ...messages.eight.same,
          holds: () => Math.abs(lost(1, "identity") - lost(0, "tanh")) <= 0.02,
        },
        {
          ...messages.eight.fewer,
          holds: () => lost(1, "identity") > lost(0, "tanh") + 0.02,
        },
      ],
      reveal: { experiment: stack(1, "identity"), t: 0, play: true },
      why: messages.eight.why({ correct: () => correctIn(trained(stack(1, "identity"))) }),
    },
    {
      kind: "choose",
      enter: { experiment: stack(3, "identity"), t: 0 },
      ask: messages.more.ask({
        parameters: counted(({ session }) => session.network.size),
        few: counted(() => trained(single).session.network.size),
      }),
      options: [
        {
          ...messages.more.lower,
          holds: () => gain(3) > 0.1,
        },
        {
          ...messages.more.same,
          holds: () => Math.abs(gain(3)) < SAME,
        },
        {
          ...messages.more.higher,
          holds: () => gain(3) <= -SAME,
        },
      ],
      reveal: { experiment: stack(3, "identity"), t: 0, play: true },
      why: messages.more.why({
        loss: computed(() => valueIn(trained(stack(3, "identity")), quantity.L)),
        single: computed(() => valueIn(trained(single), quantity.L)),
      }),
    },
    {
      kind: "estimate",
      enter: small,
      ask: messages.multiply.ask({ x1, ...paths, z }),
      answer: ({ session }) => lineOf(session)[0]!,
      within: 0.001,
      why: messages.multiply.why({ times, ...paths }),
      decides: () => ids.z.of(2, 1, 1, 0),
    },
    {
      kind: "do",
      enter: { experiment: neuron([0, 0, 0]), t: 0 },
      controls: [weightName(1, 1, 1), weightName(1, 1, 2), biasName(1, 1)].map(
        (name) => ({ kind: "parameter", name, min: -10, max: 10 }) as const,
      ),
      text: messages.build({
        w1: weight(1),
        w2: weight(2),
        b: bias,
        times,
        in1: ofSmall(weightName(1, 1, 2)),
        in2: ofSmall(weightName(1, 2, 2)),
        b1: ofSmall(biasName(1, 1)),
        b2: ofSmall(biasName(1, 2)),
        out1: ofSmall(weightName(2, 1, 1)),
        out2: ofSmall(weightName(2, 1, 2)),
        bOut: ofSmall(biasName(2, 1)),
        off: computed(off),
      }),
      seen: messages.built({ off: computed(off) }),
      done: (scene) => off(scene) < EXACT,
      near: ({ session }) => {
        const wrong = lineOf(sceneAt(small).session).map(
          (value, i) => Math.abs(session.params[i]! - value) > EXACT,
        );
        if (!wrong[0] && !wrong[1]) return messages.biasOff({ b: bias });
        return !wrong[2] && wrong[0] !== wrong[1]
          ? messages.weightOff({ w: weight(wrong[0] ? 1 : 2) })
          : undefined;
      },
      solution: () => ({ experiment: neuron(lineOf(sceneAt(small).session)), t: 0 }),
    },
    {
      kind: "choose",
      enter: { experiment: stack(3, "tanh"), t: 0 },
      ask: messages.tanh.ask,
      options: [
        {
          ...messages.tanh.line,
          holds: () => Math.abs(lost(3, "tanh") - lost(0, "tanh")) <= 0.02,
        },
        {
          ...messages.tanh.curve,
          holds: () => lost(3, "tanh") < 0.02,
        },
      ],
      reveal: { experiment: stack(3, "tanh"), t: 0, play: true },
      why: messages.tanh.why({ correct: () => correctIn(trained(stack(3, "tanh"))) }),
    },
    {
      kind: "challenge",
      enter: { experiment: ofWidth(stack(2, "identity"), 2), t: 0 },
      controls: [
        { kind: "activation", names: ["identity", "leakyRelu", "tanh"] },
        { kind: "units", min: 1, max: 8 },
        { kind: "start" },
      ],
      text: messages.few({ most: chosen(FEW), correct, loss: number(quantity.L) }),
      seen: messages.bent({ units: counted(units), correct, epoch, loss: number(quantity.L) }),
      done: (scene) => all(scene) && units(scene) <= FEW,
      near: (scene) => {
        if (all(scene)) return messages.tooWide({ units: counted(units), most: chosen(FEW) });
        const { network, training } = scene.experiment;
        const linear = network.hidden.every(({ activation }) => activation === "identity");
        return linear && scene.t >= training.epochs ? messages.stillLine({ correct }) : undefined;
      },
      solution: () => ({
        experiment: ofWidth(ofActivation(stack(2, "identity"), "tanh"), FEW),
        t: single.training.epochs,
      }),
    },
  ],
};
