/** The heads with bounds: what rounding can have done to outputs and to δ. */
import { activations } from "../nn/activations.ts";
import type { Head } from "../nn/head.ts";
import { atMost, type Bounded, type Bounds, evaluateBounded } from "./bounded.ts";
import type { Precision } from "./dtype.ts";

/** The errors of the outputs, from those of z. */
export function outputErrors(
  { activation }: Head,
  z: Bounds,
  outputs: Float64Array,
  precision: Precision,
): Float64Array {
  if (activation !== "softmax") {
    const { value } = activations[activation];
    return z.values.map(
      (_, j) => evaluateBounded(value, () => ({ value: z.values[j]!, error: z.errors[j]! }), precision).error,
    );
  }
  const { unit, tiny } = precision;
  const worst = Math.max(...z.errors);
  const range = Math.max(...z.values) - Math.min(...z.values);
  // Where e^(z − m) is computed as e^z / e^m, z and m are rounded as well: their difference has the errors of both.
  const relative = 2 * worst * (1 + 2 * worst) + (z.values.length + 16 + range) * unit;
  return outputs.map((p) => atMost(1, p * relative) + tiny);
}

/** δ of the outputs with its errors. */
export function deltaErrors(
  head: Head,
  outputs: Bounds,
  targets: Float64Array,
  precision: Precision,
): Bounds {
  const values = head.deltaOf(outputs.values, targets);
  const errors = values.map((delta, j) => {
    const p: Bounded = { value: outputs.values[j]!, error: outputs.errors[j]! };
    if (head.loss === "crossEntropy") {
      const vanishes = head.activation === "sigmoid" && vanishing(p.value, precision);
      const error = p.error + 4 * precision.unit * (Math.abs(p.value) + Math.abs(targets[j]!));
      return vanishes ? error + Math.abs(delta) : error;
    }
    const { slopeValue } = activations[head.activation as Exclude<Head["activation"], "softmax">];
    const y = { value: targets[j]!, error: 0 };
    const scale = head.loss === "mse" ? 2 / values.length : 1;
    const known = (name: string): Bounded => (name === "y" ? y : p);
    return evaluateBounded(["*", ["*", scale, ["-", "a", "y"]], slopeValue], known, precision).error;
  });
  return { values, errors };
}

/** Where BCELoss divides by its own lower limit, or ŷ is rounded to 0 or 1, so that the loop's δ may be 0. */
function vanishing(p: number, { unit }: Precision): boolean {
  return p * (1 - p) < 2e-12 || 1 - p < 4 * unit;
}
