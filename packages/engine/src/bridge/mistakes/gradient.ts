/** The known mistakes of a gradient: each is a way back that departs from the right one. */
import { bugNames } from "#text/bugs";
import type { BugName } from "../../nn/bugs.ts";
import { layersForBug } from "../../nn/bugs.ts";
import type { Network } from "../../nn/network.ts";
import { type Departure, gradientBounds, otherSlopes } from "../backprop.ts";
import { at, type Bounded, type Bounds, evaluateBounded, exactly } from "../bounded.ts";
import type { Precision } from "../dtype.ts";
import type { ForwardBounds, PassSetting } from "../forward.ts";
import { deltaErrors } from "../headBounds.ts";

/** What a gradient is predicted from. */
export interface GradientScene {
  readonly setting: PassSetting;
  readonly params: Float64Array;
  /** The samples of the batch on their way forward. */
  readonly samples: readonly ForwardBounds[];
  /** The right gradient. */
  readonly right: Bounds;
  /** The update before, where it's recorded: the right gradient, the recorded one, and its batch at the parameters of now. */
  readonly before:
    | {
        readonly right: Bounds;
        readonly recorded: Float64Array | undefined;
        readonly samples: () => readonly ForwardBounds[];
      }
    | undefined;
  /** Whether this is the first update of all. */
  readonly first: boolean;
}

/** A loop with a mistake: the gradient that it finds; undefined where that can't be known. */
type GradientLoop = (scene: GradientScene) => Bounds | undefined;

/** A mistake of the gradient. */
export interface GradientMistake {
  readonly name: BugName;
  readonly label: string;
  /** The loops that make it in a layer, from 1. For a mistake that isn't in one layer, the layer is the output's. */
  readonly loops: (layer: number, network: Network, precision: Precision) => GradientLoop[];
  /** Whether it is made in one layer. */
  readonly layered: boolean;
  /** The layers, from 1, that it can be made in. */
  readonly layers: (network: Network) => number[];
}

const departing =
  (departure: Departure): GradientLoop =>
  ({ setting, params, samples }) =>
    gradientBounds(setting, params, samples, departure);

function mistake(
  name: BugName,
  layered: boolean,
  loops: GradientMistake["loops"],
  layers: GradientMistake["layers"] = (network) => layersForBug(network, name, Infinity),
): GradientMistake {
  return { name, label: bugNames[name], layered, loops, layers };
}

/** δ of the outputs, unit by unit. */
const eachOutput =
  (of: (right: Bounded, output: Bounded, target: number, outputs: number, precision: Precision) => Bounded) =>
  (precision: Precision): Departure => ({
    outputDelta({ a, targets }, right) {
      const outputs = a.at(-1)!;
      const all = Array.from(targets, (target, j) =>
        of(at(right, j), at(outputs, j), target, targets.length, precision),
      );
      return {
        values: Float64Array.from(all, ({ value }) => value),
        errors: Float64Array.from(all, ({ error }) => error),
      };
    },
  });

const doubled = eachOutput((delta, p, _target, _outputs, precision) =>
  evaluateBounded(["*", "delta", ["*", "p", ["-", 1, "p"]]], (name) => (name === "p" ? p : delta), precision),
);

const plus = (a: Bounds, b: Float64Array, { unit }: Precision): Bounds => ({
  values: a.values.map((value, i) => value + b[i]!),
  errors: a.errors.map((error, i) => error + 2 * unit * (Math.abs(a.values[i]!) + Math.abs(b[i]!))),
});

const nothing = ({ right }: GradientScene): Bounds => ({
  values: new Float64Array(right.values.length),
  errors: new Float64Array(right.values.length),
});

/** What each loop does in the first update of all, where there is no batch before. */
const firsts: readonly GradientLoop[] = [({ right }) => right, nothing];

export const gradientMistakes: readonly GradientMistake[] = [
  mistake("slopeForgotten", true, (layer) => [departing({ slope: { layer, of: () => exactly(1) } })]),
  mistake(
    "transposed",
    true,
    (layer) => [departing({ transposed: layer })],
    ({ layers }) =>
      layers.flatMap((next, l) => (l > 0 && next.fanIn === next.fanOut && next.fanIn > 1 ? [l] : [])),
  ),
  mistake("wrongActivation", true, (layer, { layers }, precision) =>
    otherSlopes(layers[layer - 1]!.activation, precision).map((of) => departing({ slope: { layer, of } })),
  ),
  mistake("summed", false, () => [departing({ summed: true })]),
  mistake("biasForgotten", true, (layer) => [departing({ biasForgotten: layer })]),
  mistake("signFlipped", false, (_layer, _network, precision) => [
    departing(eachOutput(({ value, error }) => ({ value: -value, error }))(precision)),
    ({ right: { values, errors } }) => ({ values: values.map((value) => -value), errors }),
  ]),
  mistake("notCleared", false, () => [
    ({ right, before, first, setting }) => {
      if (first) return right;
      return before?.recorded === undefined ? undefined : plus(right, before.recorded, setting.precision);
    },
  ]),
  mistake("outputSlopeMissing", false, (_layer, { head }, precision) => [
    departing(
      eachOutput((_delta, p, target, outputs) =>
        evaluateBounded(
          ["*", head.loss === "mse" ? 2 / outputs : 1, ["-", "p", "y"]],
          (name) => (name === "p" ? p : exactly(target)),
          precision,
        ),
      )(precision),
    ),
  ]),
  mistake("outputSlopeDoubled", false, (_layer, _network, precision) => [departing(doubled(precision))]),
  mistake("targetForgotten", false, (_layer, { head }, precision) => [
    departing({
      outputDelta: ({ a, targets }) =>
        deltaErrors(head, a.at(-1)!, new Float64Array(targets.length), precision),
    }),
  ]),
  mistake("previousBatch", false, () =>
    firsts.flatMap((atFirst) => [
      (scene: GradientScene) => {
        const { first, before, setting, params } = scene;
        if (first) return atFirst(scene);
        return before === undefined ? undefined : gradientBounds(setting, params, before.samples());
      },
      (scene: GradientScene) => (scene.first ? atFirst(scene) : scene.before?.right),
    ]),
  ),
];
