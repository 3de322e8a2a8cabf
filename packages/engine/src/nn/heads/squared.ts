/**
 * Squared errors, over the m outputs of a sample, ŷⱼ = f(zⱼ):
 *
 *   mse           ℓ = (Σⱼ (ŷⱼ − yⱼ)²) / m,   δⱼ = (2 (ŷⱼ − yⱼ)) / m · f′(zⱼ)     as PyTorch's MSELoss
 *   squaredError  ℓ = ½ Σⱼ (ŷⱼ − yⱼ)²,       δⱼ = (ŷⱼ − yⱼ) · f′(zⱼ)             as textbooks by hand
 *
 * Sums over j rise from +0.
 */
import { largestOf, type TargetKind } from "../../math/classes.ts";
import { isCorrect } from "../../math/correct.ts";
import { type Activation, activations } from "../activations.ts";
import type { Head } from "../head.ts";

/** A head with a squared loss. */
export function squared(
  targets: TargetKind,
  activation: "sigmoid" | "identity" | "tanh",
  loss: "mse" | "squaredError",
): Head {
  const { f, slope }: Activation = activations[activation];
  const half = loss === "squaredError";
  const scaled = (sum: number, m: number): number => (half ? 0.5 * sum : sum / m);
  const error = (y: number, target: number, m: number): number =>
    half ? y - target : (2 * (y - target)) / m;

  function outputs(z: Float64Array, n: number, from: number, out: readonly Float64Array[]): void {
    for (let j = 0; j < out.length; j++) {
      const column = out[j]!;
      const row = j * n;
      for (let s = 0; s < n; s++) column[from + s] = f(z[row + s]!);
    }
  }

  return {
    targets,
    classifies: targets !== "values",
    activation,
    loss,
    bounded: activation !== "identity",
    confidenceOf: undefined,
    outputsOf: (z) => z.map(f),
    lossOf(_, y, wanted) {
      let sum = 0;
      for (let j = 0; j < y.length; j++) sum += (y[j]! - wanted[j]!) * (y[j]! - wanted[j]!);
      return scaled(sum, y.length);
    },
    deltaOf: (y, wanted) => y.map((value, j) => error(value, wanted[j]!, y.length) * slope(value)),
    addLosses(sum, z, n, from, wanted) {
      const m = wanted.length;
      let total = sum;
      for (let s = 0; s < n; s++) {
        let squares = 0;
        for (let j = 0; j < m; j++) {
          const d = f(z[j * n + s]!) - wanted[j]![from + s]!;
          squares += d * d;
        }
        total += scaled(squares, m);
      }
      return total;
    },
    outputs,
    score(z, n, from, wanted, out, tally) {
      outputs(z, n, from, out);
      const m = out.length;
      let { loss: total, correct } = tally;
      for (let s = from; s < from + n; s++) {
        let squares = 0;
        for (let j = 0; j < m; j++) {
          const d = out[j]![s]! - wanted[j]![s]!;
          squares += d * d;
        }
        total += scaled(squares, m);
        if (targets === "binary") correct += Number(isCorrect(out[0]![s]!, wanted[0]![s]!));
        if (targets === "classes") correct += Number(wanted[largestOf(out, s)]![s] === 1);
      }
      tally.loss = total;
      tally.correct = correct;
    },
    delta(n, from, wanted, out, delta) {
      const m = out.length;
      for (let j = 0; j < m; j++) {
        const y = out[j]!;
        const target = wanted[j]!;
        const row = j * n;
        for (let s = 0; s < n; s++) {
          const value = y[from + s]!;
          delta[row + s] = error(value, target[from + s]!, m) * slope(value);
        }
      }
    },
  };
}
