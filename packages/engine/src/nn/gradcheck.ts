/**
 * The gradient check: compares backprop with symmetric finite differences, for every parameter.
 *
 *   ∂J/∂w ≈ (J(w + ε) − J(w − ε)) / 2ε        relative error |a − n| / max(|a| + |n|, tiny)
 *
 * J is the loss, and with regularization the loss plus the penalty.
 *
 * The estimate is wrong by O(ε²) from cutting off the series (a large ε), and by about J·2⁻⁵²/ε from cancellation (a
 * small one). Where a ReLU switches between w − ε and w + ε, or where |w| ≤ ε with L1, J has a kink, and the two may rightly differ; where
 * both are below what the difference can resolve, they agree that the slope is zero. Neither is a failure.
 */
import { network as text } from "#text/network";
import { ExperimentError } from "../math/errors.ts";
import { finish, type Work } from "../math/progress.ts";
import { activationOf } from "./activations.ts";
import { DEFAULT_EPSILON } from "./epsilon.ts";
import { parameterId } from "./network.ts";
import { createObjective, createObjectivePass, type Goal } from "./objective.ts";
import { createPenalty } from "./penalty.ts";

/** The gradient check of one parameter. */
export interface CheckedParameter {
  readonly id: string;
  readonly backprop: number;
  readonly finiteDifference: number;
  readonly relativeError: number;
  /** J at w + ε and w − ε. */
  readonly above: number;
  readonly below: number;
  /** A ReLU switches within ±ε, or L1 has its kink there. */
  readonly kink: boolean;
  /** Both slopes are too small for the difference to resolve. */
  readonly saturated: boolean;
  readonly verdict: GradientVerdict;
}

/** The result for one parameter. Overflow, kinks, and saturation come first, because there a comparison means nothing. */
export type GradientVerdict = "agrees" | "overflow" | "kink" | "saturated" | "differs";

/** The gradient check of all parameters, in their order. */
export interface GradientCheck {
  readonly epsilon: number;
  readonly parameters: readonly CheckedParameter[];
  /**
   * The largest relative error of the parameters that can be compared: the verdict is "agrees" or "differs". NaN if
   * none can be compared and some overflow.
   */
  readonly maxRelativeError: number;
}

/** A smaller sum is not used as a divisor. */
export const TINY = 1e-300;
/** The spacing of doubles at 1. */
const ULP = 2 ** -52;
/** A finite difference counts if it is at least this many times as large as its possible rounding error. */
export const TRUSTED = 64;
/** Two slopes agree if their relative error is at most this, or if they are closer than the difference can resolve. */
export const AGREEING = 1e-5;

/** Checks every parameter at these values. `params` is not changed. @throws ExperimentError if it has the wrong length */
export function checkGradient(goal: Goal, params: Float64Array, epsilon = DEFAULT_EPSILON): GradientCheck {
  return finish(checkingGradient(goal, params, epsilon));
}

/** The same check, one parameter per step. `candidate` is a gradient to check in place of backprop's. */
export function* checkingGradient(
  goal: Goal,
  params: Float64Array,
  epsilon: number,
  candidate?: Float64Array,
): Work<GradientCheck> {
  const { network } = goal;
  const check = createGradientChecker(goal, params, candidate);
  const parameters: CheckedParameter[] = [];
  for (let index = 0; index < network.size; index++) {
    parameters.push(check(index, epsilon));
    yield (index + 1) / network.size;
  }
  const comparable = parameters.filter(({ verdict }) => verdict === "agrees" || verdict === "differs");
  return {
    epsilon,
    parameters,
    maxRelativeError:
      comparable.length === 0 && parameters.some(({ verdict }) => verdict === "overflow")
        ? NaN
        : comparable.reduce((max, { relativeError }) => Math.max(max, relativeError), 0),
  };
}

/** The relative error of the estimate for one parameter at several ε. */
export interface ErrorCurve {
  readonly epsilon: Float64Array;
  readonly relativeError: Float64Array;
}

/** The ε of an error curve: 1, 2 and 5 of each power of ten from 10⁻¹² to 10⁻¹. */
const EPSILONS = Array.from({ length: 12 }, (_, i) => 12 - i).flatMap((power) =>
  (power === 1 ? ["1"] : ["1", "2", "5"]).map((digit) => Number(`${digit}e-${power}`)),
);

/** How wrong the estimate of one parameter's slope is, by its ε. */
export function errorCurve(goal: Goal, params: Float64Array, index: number): ErrorCurve {
  const check = createGradientChecker(goal, params);
  const epsilon = Float64Array.from(EPSILONS);
  return { epsilon, relativeError: epsilon.map((step) => check(index, step).relativeError) };
}

/** Returns a function that checks the parameter at an index with any ε. */
export function createGradientChecker(
  goal: Goal,
  params: Float64Array,
  candidate?: Float64Array,
): (index: number, epsilon: number) => CheckedParameter {
  const { network } = goal;
  for (const [vector, what] of [
    [params, "parameters"],
    [candidate ?? params, "gradient"],
  ] as const) {
    if (vector.length === network.size) continue;
    throw new ExperimentError(text.lengths({ what, length: vector.length, size: network.size }));
  }
  const objective = createObjective(goal);
  objective.evaluate(params);
  const { gradient, value } = objective;
  const penalty = createPenalty(network, goal.regularization);
  const pass = createPass(goal);
  pass.open(params);
  const moved = params.slice();
  return (index, epsilon) => {
    const w = params[index]!;
    // w ± ε as rounded to doubles; the divisor is the distance between them.
    const [high, low] = [w + epsilon, w - epsilon];
    moved[index] = high;
    const above = pass.at(moved);
    moved[index] = low;
    const below = pass.at(moved);
    moved[index] = w;
    const backprop = (candidate ?? gradient)[index]!;
    const finiteDifference = (above.value - below.value) / (high - low);
    const resolution = (TRUSTED * ULP * Math.max(value, ULP)) / epsilon;
    const error = Math.abs(backprop - finiteDifference);
    const relativeError = error / Math.max(Math.abs(backprop) + Math.abs(finiteDifference), TINY);
    const kink = above.kink || below.kink || penalty.kinkedAt(index, w, epsilon);
    const saturated = Math.abs(backprop) <= resolution && Math.abs(finiteDifference) <= resolution;
    const agrees = relativeError <= AGREEING || error <= resolution;
    return {
      id: parameterId(network, index),
      backprop,
      finiteDifference,
      relativeError,
      above: above.value,
      below: below.value,
      kink,
      saturated,
      verdict: !Number.isFinite(error)
        ? "overflow"
        : saturated
          ? "saturated"
          : kink
            ? "kink"
            : agrees
              ? "agrees"
              : "differs",
    };
  };
}

/** Forward passes that notice when another ReLU lets a sample through than at the parameters of `open`. */
function createPass(goal: Goal) {
  const { count } = goal.batch;
  const hinges = goal.network.layers.slice(0, -1).flatMap((layer, l) =>
    activationOf(layer).kinked
      ? Array.from({ length: layer.fanOut }, (_, unit) => ({
          row: l + 1,
          unit,
          open: new Uint8Array(count),
        }))
      : [],
  );
  let opening = false;
  let differs = false;
  const objective = createObjectivePass(goal, (rows, from, samples) => {
    for (const { row, unit, open } of hinges) {
      const values = rows[row]!;
      const start = unit * samples;
      for (let s = 0; s < samples; s++) {
        const now = Number(values[start + s]! > 0);
        if (opening) open[from + s] = now;
        else if (open[from + s] !== now) differs = true;
      }
    }
  });

  return {
    /** Records for which samples each ReLU is open at these parameters. */
    open(params: Float64Array): void {
      opening = true;
      objective(params);
      opening = false;
    },
    /** J at these parameters, and whether other ReLUs are open. */
    at(params: Float64Array): { readonly value: number; readonly kink: boolean } {
      differs = false;
      return { value: objective(params), kink: differs };
    },
  };
}
