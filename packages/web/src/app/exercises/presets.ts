/** The presets: each is a question as a scene, and its answer as the last scene. */
import {
  biasName,
  type Experiment,
  ids,
  type ParameterName,
  type QuantityId,
  type Scene,
  weightName,
} from "@neural-viz/engine";
import { messages } from "#text/presets";
import {
  atRate,
  circle,
  circlesWith,
  clouds,
  deep,
  example,
  penalized,
  spiral,
  xorAlone,
  xorCrossed,
  xorWithTwo,
} from "./experiments.ts";

/** The name of a preset. */
export type PresetName = keyof typeof messages.presets;

/** A question with its scenes, in the order in which they are shown. */
export interface Preset {
  readonly name: PresetName;
  readonly scenes: readonly Scene[];
  /** The exercise to work it out by hand, as its file has it. */
  readonly byHand?: object;
  readonly source?: { readonly label: string; readonly href: string };
}

const all = messages.presets;

/** A scene at an update. */
const at = (experiment: Experiment, t: number, caption: string, panel?: string): Scene => ({
  caption,
  experiment,
  t,
  ...(panel !== undefined && { panel }),
});

/** A question about the first update, worked out by hand: all of it, or these numbers. */
function oneUpdate(
  name: "mazur" | "hanKamber" | "logistic" | "softmax",
  file: string,
  ask?: readonly QuantityId[],
): Preset {
  const experiment = example(file);
  const { question, answer } = all[name];
  const byHand = { experiment, ...(ask !== undefined && { ask }) };
  return { name, scenes: [at(experiment, 0, question), at(experiment, 1, answer)], byHand };
}

/** The mean gradients of some parameters, and what the update makes of them. */
const updated = (...names: readonly ParameterName[]): QuantityId[] => [
  ...names.map((name) => ids.gradient.of(name, 0)),
  ...names.map((name) => ids.parameter.of(name, 1)),
];

/** The presets of each part of the page. */
export const presets: Readonly<Record<keyof typeof messages.groups, readonly Preset[]>> = {
  byHand: [
    {
      ...oneUpdate("mazur", "mazur"),
      source: {
        label: messages.mazurSource,
        href: "https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/",
      },
    },
    oneUpdate("hanKamber", "han-kamber"),
    oneUpdate("logistic", "logistic-regression", [
      ...[1, 2, 3, 4].flatMap((s) => [ids.p.of(s, 0), ids.delta.of(1, 1, s, 0)]),
      ids.L.of(0),
      ...updated(weightName(1, 1, 1), biasName(1, 1)),
    ]),
    oneUpdate("softmax", "softmax-regression", [
      ...[1, 2, 3].flatMap((s) => [1, 2, 3].map((j) => ids.delta.of(1, j, s, 0))),
      ids.L.of(0),
      ...updated(weightName(1, 1, 1), weightName(1, 2, 1), weightName(1, 2, 2), biasName(1, 1)),
    ]),
  ],
  playground: [
    {
      name: "circle",
      scenes: [at(circle, 0, all.circle.question), at(circle, 1500, all.circle.answer)],
    },
    { name: "clouds", scenes: [at(clouds, 0, all.clouds.question), at(clouds, 600, all.clouds.answer)] },
    {
      name: "xor",
      scenes: [
        at(xorAlone, 0, all.xor.question),
        at(xorAlone, 1000, all.xor.stuck),
        at(xorCrossed, 1000, all.xor.answer),
      ],
    },
    { name: "spiral", scenes: [at(spiral, 0, all.spiral.question), at(spiral, 5000, all.spiral.answer)] },
  ],
  explore: [
    {
      name: "xorTwo",
      scenes: [at(xorWithTwo, 0, all.xorTwo.question), at(xorWithTwo, 300, all.xorTwo.answer)],
    },
    {
      name: "smallest",
      scenes: [
        at(circlesWith(2), 0, all.smallest.question),
        at(circlesWith(2), 700, all.smallest.stuck),
        at(circlesWith(3), 700, all.smallest.answer),
      ],
    },
    {
      name: "l1",
      scenes: [
        at(penalized(0.02), 0, all.l1.question, "weights"),
        at(penalized(undefined), 800, all.l1.stuck, "weights"),
        at(penalized(0.02), 800, all.l1.answer, "weights"),
      ],
    },
    {
      name: "vanishing",
      scenes: [
        at(deep("sigmoid"), 0, all.vanishing.question),
        at(deep("sigmoid"), 0, all.vanishing.stuck, "health"),
        at(deep("sigmoid"), 300, all.vanishing.answer, "health"),
      ],
    },
    {
      name: "rates",
      scenes: [
        at(atRate(0.1), 0, all.rates.question),
        at(atRate(10), 200, all.rates.stuck),
        at(atRate(1), 200, all.rates.answer),
      ],
    },
  ],
};
