/**
 * Features: what the network's inputs are made of. Each is a function of the raw inputs x₁ … x₄ of a point.
 */
import type { Expression } from "../../math/expression.ts";
import { sin } from "../../math/elementary.ts";

/** A function of the raw inputs. */
export interface Feature {
  /** TeX. */
  readonly symbols: string;
  /** In plain characters. */
  readonly plain: string;
  /** The highest raw input it needs, from 1. */
  readonly needs: number;
  /** For a raw input by itself, which one, from 1. */
  readonly raw: number | undefined;
  /** Its value; x[k − 1] is the raw input k. */
  readonly of: (x: ArrayLike<number>) => number;
  /** The same as an expression over x1 … x4. */
  readonly value: Expression;
  /** The same in NumPy and PyTorch, over the columns of the matrix X. */
  readonly numpy: string;
  readonly torch: string;
  /** The same in TypeScript, over x1 … x4. */
  readonly typescript: string;
}

const TAU: Expression = ["*", 2, Math.PI];

function raw(k: number): Feature {
  const column = `X[:, ${k - 1}]`;
  return {
    symbols: `x_${k}`,
    plain: `x${"₁₂₃₄"[k - 1]}`,
    needs: k,
    raw: k,
    of: (x) => x[k - 1]!,
    value: `x${k}`,
    numpy: column,
    torch: column,
    typescript: `x${k}`,
  };
}

function square(k: number): Feature {
  const column = `X[:, ${k - 1}]`;
  return {
    symbols: `x_${k}^2`,
    plain: `x${"₁₂₃₄"[k - 1]}²`,
    needs: k,
    raw: undefined,
    of: (x) => x[k - 1]! * x[k - 1]!,
    value: ["*", `x${k}`, `x${k}`],
    numpy: `${column} * ${column}`,
    torch: `${column} * ${column}`,
    typescript: `x${k} * x${k}`,
  };
}

function sine(k: number): Feature {
  const column = `X[:, ${k - 1}]`;
  return {
    symbols: `\\sin(2\\pi x_${k})`,
    plain: `sin(2πx${"₁₂₃₄"[k - 1]})`,
    needs: k,
    raw: undefined,
    of: (x) => sin(2 * Math.PI * x[k - 1]!),
    value: ["sin", ["*", TAU, `x${k}`]],
    numpy: `np.sin(2 * np.pi * ${column})`,
    torch: `torch.sin(2 * math.pi * ${column})`,
    typescript: `Math.sin(2 * Math.PI * x${k})`,
  };
}

/** Every feature by its name. */
export const features = {
  x1: raw(1),
  x2: raw(2),
  x3: raw(3),
  x4: raw(4),
  "x1^2": square(1),
  "x2^2": square(2),
  "x1*x2": {
    symbols: "x_1 x_2",
    plain: "x₁x₂",
    needs: 2,
    raw: undefined,
    of: (x) => x[0]! * x[1]!,
    value: ["*", "x1", "x2"],
    numpy: "X[:, 0] * X[:, 1]",
    torch: "X[:, 0] * X[:, 1]",
    typescript: "x1 * x2",
  },
  "sin(2*pi*x1)": sine(1),
  "sin(2*pi*x2)": sine(2),
} satisfies Record<string, Feature>;

/** What a feature is called: x1, x1^2, sin(2*pi*x1), … */
export type FeatureName = keyof typeof features;

/** The raw inputs 1 … d by themselves. */
export function rawFeatures(inputs: number): FeatureName[] {
  return Array.from({ length: inputs }, (_, k) => `x${k + 1}` as FeatureName);
}

/** The features that d raw inputs allow, in the order of the registry. */
export function featuresFor(inputs: number): FeatureName[] {
  return (Object.keys(features) as FeatureName[]).filter((name) => features[name].needs <= inputs);
}

/** One column for each feature, from those of the raw inputs; a raw input's own column is shared, not copied. */
export function featureColumns(
  names: readonly FeatureName[],
  inputs: readonly Float64Array[],
): Float64Array[] {
  const count = inputs[0]?.length ?? 0;
  const x = new Float64Array(inputs.length);
  return names.map((name) => {
    const feature: Feature = features[name];
    if (feature.raw !== undefined) return inputs[feature.raw - 1]!;
    const column = new Float64Array(count);
    for (let s = 0; s < count; s++) {
      for (let k = 0; k < x.length; k++) x[k] = inputs[k]![s]!;
      column[s] = feature.of(x);
    }
    return column;
  });
}

/** The features of one point. */
export function featuresOf(names: readonly FeatureName[], x: ArrayLike<number>): Float64Array {
  return Float64Array.from(names, (name) => features[name].of(x));
}
