import {
  biasName,
  ids,
  mostRegions,
  parameterIndex,
  type Region,
  regionsOf,
  samplesOf,
  sectionOf,
  separability,
  withParameter,
} from "@neural-viz/engine";
import { messages } from "#text/lessons/unfold";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofWidth, startedFrom } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, computed, correct, counted, epoch, number, type Piece, points, z } from "./pieces.ts";

const B = biasName(1, 2);
const SIDES = 8;
const LINES = 3;

/**
 * XOR and two ReLU neurons whose sums both grow with x₁ + x₂. The first is on over the whole square; the second turns
 * on where x₁ + x₂ = −b, so its hinge is a crease that moves with one bias.
 */
export const sheet = experimentOf({
  data: { name: "xor" },
  hidden: [2],
  activation: "relu",
  start: [
    {
      weight: [
        [1, 1],
        [1, 1],
      ],
      bias: [0.5, -1.9],
    },
    { weight: [[1, -2]], bias: [-1] },
  ],
  rate: 0.1,
  epochs: 100,
});
const creased = { experiment: withParameter(sheet, 0, B, -1), t: 0 };
/** The point (1, 1), beyond the crease. */
const BEYOND = 4;

/** Circles, from initial weights with which training places three creases around the inside. */
export const circles = experimentOf({
  data: { name: "circles", points: 200, noise: 0.02, seed: 27 },
  hidden: [LINES],
  activation: "relu",
  start: 27,
  optimizer: "adam",
  rate: 0.05,
  epochs: 400,
});
/** Circles with a boundary that has more sides. */
export const rounder = startedFrom(ofWidth(circles, 8), 4);

/** A line w·x + b = 0 across the square of XOR. */
interface Line {
  readonly w: readonly [number, number];
  readonly b: number;
}
const throughBlue: Line = { w: [1, 1], b: -1 };
const between: Line = { w: [1, 0], b: -0.5 };

/** Whether one straight line separates the points of XOR, once the paper is folded over along this line. */
function separatesFolded({ w, b }: Line): boolean {
  const samples = samplesOf({ name: "xor" });
  const places = Array.from({ length: samples.count }, (_, s) => {
    const x = samples.inputs.map((input) => input[s]!);
    const height = (x[0]! * w[0] + x[1]! * w[1] + b) / (w[0] ** 2 + w[1] ** 2);
    return height >= 0 ? x : x.map((v, k) => v - 2 * height * w[k]!);
  });
  const inputs = samples.inputs.map((_, k) => Float64Array.from(places, (x) => x[k]!));
  return separability({ ...samples, inputs }).separable;
}

/** The regions of the scene's network. */
function regionsIn({ session }: Scene): readonly Region[] {
  const section = sectionOf(session.experiment.dataset, [0, 1], 0);
  return regionsOf(session.network, session.params, section).regions;
}

/** The sides of the boundary: how many regions have both signs of the output's z. */
export function sidesOf(scene: Scene): number {
  return regionsIn(scene).filter(({ polygon, maps }) => {
    const { weight, bias } = maps.at(-1)!;
    const sums = polygon.map(([x1, x2]) => weight[0]![0]! * x1! + weight[0]![1]! * x2! + bias[0]!);
    return sums.some((sum) => sum < 0) && sums.some((sum) => sum > 0);
  }).length;
}

/** b of the neuron whose hinge is the crease. */
const biasIn = ({ session }: Scene): number => session.params[parameterIndex(session.network, B)!]!;
const all = ({ session }: Scene): boolean => session.correct === session.train.count;
const slope = (t: number) => ids.aff.of(2, 1, 1, BEYOND, t);
const x1: Piece = { tex: "x_1", plain: "x₁" };
const w1: Piece = { tex: "w_1", plain: "w₁" };

export const unfold: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: sheet, t: 0, panel: "fold" },
      text: messages.sheet({ z }),
    },
    {
      kind: "choose",
      enter: { experiment: sheet, t: 0 },
      ask: messages.crease.ask,
      options: [
        { ...messages.crease.between, holds: () => separatesFolded(between) },
        { ...messages.crease.through, holds: () => separatesFolded(throughBlue) },
        {
          ...messages.crease.never,
          holds: () => !separatesFolded(between) && !separatesFolded(throughBlue),
        },
      ],
      why: messages.crease.why,
    },
    {
      kind: "do",
      enter: { experiment: sheet, t: 0, panel: "fold" },
      controls: [{ kind: "parameter", name: B, min: -2, max: 0 }],
      text: messages.own({ correct }),
      seen: messages.folded({ correct, b: computed(biasIn) }),
      done: all,
      near: (scene) => (biasIn(scene) > -0.75 ? messages.tooFar({ correct }) : undefined),
      solution: () => ({ ...creased, panel: "fold" }),
    },
    {
      kind: "estimate",
      enter: creased,
      ask: messages.beyond.ask({ z, w1, x1 }),
      answer: (asked) => valueIn(asked, slope),
      within: 0.01,
      mistakes: [
        { answer: () => 1, reply: messages.beyond.first },
        { answer: () => -2, reply: messages.beyond.second },
      ],
      reveal: { ...creased, panel: "fold", sample: BEYOND },
      why: messages.beyond.why,
      decides: () => slope(0),
    },
    {
      kind: "estimate",
      enter: { experiment: circles, t: 0 },
      ask: messages.regions.ask({ lines: chosen(LINES) }),
      answer: () => mostRegions(LINES, 2),
      within: 0.01,
      mistakes: [
        { answer: () => 2 ** LINES, reply: messages.regions.patterns },
        { answer: () => 2 * LINES, reply: messages.regions.onePoint },
      ],
      why: messages.regions.why({
        one: chosen(1),
        lines: chosen(LINES),
        crossings: chosen((LINES * (LINES - 1)) / 2),
      }),
    },
    {
      kind: "choose",
      enter: { experiment: circles, t: 0 },
      ask: messages.cut.ask,
      options: [
        { ...messages.cut.straight, holds: () => sidesOf(trained(circles)) === 1 },
        { ...messages.cut.polygon, holds: () => sidesOf(trained(circles)) > 1 },
        // In a region the network is affine, so its boundary there is straight.
        { ...messages.cut.curve, holds: () => false },
      ],
      reveal: { experiment: circles, t: 0, panel: "fold", play: true },
      why: messages.cut.why({
        sides: counted(() => sidesOf(trained(circles))),
        regions: counted(() => regionsIn(trained(circles)).length),
      }),
    },
    {
      kind: "challenge",
      enter: { experiment: ofWidth(circles, LINES), t: 0 },
      controls: [{ kind: "units", min: 1, max: 8 }, { kind: "start" }],
      text: messages.rounder({ points, sides: chosen(SIDES), correct }),
      seen: messages.round({
        correct,
        epoch,
        sides: counted(sidesOf),
        regions: counted((scene) => regionsIn(scene).length),
        loss: number(quantity.L),
      }),
      done: (scene) => all(scene) && sidesOf(scene) >= SIDES,
      near: (scene) => (all(scene) ? messages.fewSides({ sides: counted(sidesOf) }) : undefined),
      solution: () => ({ experiment: rounder, t: rounder.training.epochs }),
    },
  ],
};
