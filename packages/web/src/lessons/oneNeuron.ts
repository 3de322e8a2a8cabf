import { biasName, idOf, ids, plainOf, trace, weightName } from "@neural-viz/engine";
import { messages } from "#text/lessons/oneNeuron";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { correctOf, type Scene, sceneAt, valueIn } from "./scene.ts";
import {
  bias,
  chosen,
  computed,
  correct,
  correctIn,
  counted,
  number,
  printed,
  weight,
  yHat,
  z,
} from "./pieces.ts";

const TIMES = 3;
const start = [2, -1, 0.5] as const;

/** One neuron with these weights and bias, on two clusters. */
const neuron = ([w1, w2, b]: readonly number[]) =>
  experimentOf({
    data: { name: "clusters", points: 60, noise: 0.05, seed: 4 },
    start: [{ weight: [[w1!, w2!]], bias: [b!] }],
    rate: 1,
    epochs: 500,
  });

const first = { experiment: neuron(start), t: 0 };
const times = { experiment: neuron(start.map((value) => value * TIMES)), t: 0 };
/** Every point correct. */
const right = { experiment: neuron([12, 12, -12]), t: 0 };

/** Whether any point changes sides when all three numbers are multiplied. */
function moves({ session }: Scene): boolean {
  const after = sceneAt(times).session.outputs[0]!;
  return session.outputs[0]!.some((p, s) => p > 0.5 !== after[s]! > 0.5);
}

/** Whether the predictions move away from one half. */
function surer({ session }: Scene): boolean {
  const after = sceneAt(times).session.outputs[0]!;
  return session.outputs[0]!.every((p, s) => Math.abs(after[s]! - 0.5) >= Math.abs(p - 0.5));
}

/** How many of the three numbers have the opposite sign of those that are right for every point. */
function flippedIn({ session }: Scene): number {
  const { initialParams } = sceneAt(right).session;
  return session.params.filter((value, i) => value * initialParams[i]! < 0).length;
}

const share = (scene: Scene): number => correctOf(scene) / scene.session.train.count;
const sliders = [weightName(1, 1, 1), weightName(1, 1, 2), biasName(1, 1)].map(
  (name) => ({ kind: "parameter", name, min: -20, max: 20 }) as const,
);

export const oneNeuron: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: messages.neuron({ z, yHat, correct }),
    },
    {
      kind: "do",
      controls: sliders,
      text: messages.turn({ w1: weight(1), w2: weight(2), b: bias, correct }),
      seen: messages.turned({ correct, loss: number(quantity.L) }),
      done: (scene) => share(scene) >= 0.9,
      solution: () => right,
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.multiply.ask({ w1: weight(1), w2: weight(2), b: bias, factor: chosen(TIMES) }),
      options: [
        {
          ...messages.multiply.line({ z }),
          holds: (asked) => moves(asked) && !surer(asked),
        },
        {
          ...messages.multiply.predictions,
          holds: (asked) => !moves(asked) && surer(asked),
        },
        {
          ...messages.multiply.both,
          holds: (asked) => moves(asked) && surer(asked),
        },
        {
          ...messages.multiply.neither({ z, yHat }),
          holds: (asked) => !moves(asked) && !surer(asked),
        },
      ],
      reveal: times,
      why: messages.multiply.why({
        correct: counted(correctOf),
        loss: number(quantity.L),
        after: computed(() => valueIn(sceneAt(times), quantity.L)),
      }),
      decides: () => ids.p.of(1, 0),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.onLine.ask({ yHat }),
      answer({ session: { network, params } }) {
        const [w1, w2, b] = params;
        return trace(network, params, [0.5, -(b! + w1! * 0.5) / w2!]).outputs[0]!;
      },
      within: 0.001,
      why: messages.onLine.why({ z }),
    },
    {
      kind: "do",
      enter: first,
      text: messages.inspect({ yHat }),
      seen: messages.inspected({
        symbol: ({ inspected }) => plainOf(idOf(inspected!)),
        value: (scene) => printed(scene, scene.inspected!),
      }),
      done: ({ inspected }) => inspected !== undefined,
      solution: () => ({ ...first, inspect: ids.p.of(18, 0) }),
    },
    {
      kind: "challenge",
      enter: right,
      controls: sliders,
      text: messages.misclassify({
        all: () => correctIn(sceneAt(right)),
        correct: counted(correctOf),
      }),
      seen: messages.allWrong({ correct, loss: number(quantity.L) }),
      done: ({ session }) => session.correct === 0,
      near: (scene) => {
        const flipped = flippedIn(scene);
        return flipped > 0 && flipped < start.length
          ? messages.someFlipped({ flipped: chosen(flipped), all: chosen(start.length) })
          : undefined;
      },
      solution: () => ({ experiment: neuron([-12, -12, 12]), t: 0 }),
    },
    {
      kind: "say",
      enter: { experiment: neuron([-12, -12, 12]), t: 0 },
      text: messages.flipped({ loss: number(quantity.L) }),
    },
  ],
};
