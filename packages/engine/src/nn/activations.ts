/**
 * The activations of hidden units, a = f(z), with their slopes f′.
 *
 * The slope is computed from the value a, which the backward pass already has: tanh′ = 1 − a², σ′ = a(1 − a), and the
 * slope of a ReLU, leaky or not, is 1 exactly where its value is positive.
 *
 * `f` and `slope` define an activation. `apply` and `timesSlope` do the same for a whole row of samples. Each activation
 * has its own loops, so that the compiler can inline the function.
 */
import { activationNames } from "#text/labels";
import type { Expression } from "../math/expression.ts";
import { sigmoid, tanh } from "../math/elementary.ts";

/** An activation function f with its slope, as functions, as formulas, and as code. */
export interface Activation {
  readonly label: string;
  /** TeX of f(z). */
  readonly symbols: string;
  /** TeX of f′(z), in the letters z and a = f(z). */
  readonly slopeSymbols: string;
  /** The module in PyTorch. */
  readonly torch: string;
  /** f(z) in NumPy. */
  readonly numpy: string;
  /** f(z) in TypeScript. */
  readonly typescript: string;
  readonly f: (z: number) => number;
  /** f′(z) from a = f(z). */
  readonly slope: (a: number) => number;
  /** The largest value of f′. */
  readonly steepest: number;
  /** Whether f′ jumps at z = 0. */
  readonly kinked: boolean;
  /** f as an expression in z. */
  readonly value: Expression;
  /** f′ as an expression in a. */
  readonly slopeValue: Expression;
  /** values[i] ← f(values[i]) for from ≤ i < to. */
  readonly apply: (values: Float64Array, from: number, to: number) => void;
  /** delta[i] ← delta[i] · f′, with a[i] = f(z), for from ≤ i < to. */
  readonly timesSlope: (delta: Float64Array, a: Float64Array, from: number, to: number) => void;
}

/** The slope of a leaky ReLU for negative z: PyTorch's default. */
const LEAK = 0.01;

/** Every activation by its name. */
export const activations = {
  relu: {
    label: activationNames.relu,
    symbols: "\\max(0, z)",
    slopeSymbols: "1 \\text{ if } z > 0 \\text{, else } 0",
    torch: "nn.ReLU()",
    numpy: "np.maximum(0, z)",
    typescript: "Math.max(0, z)",
    steepest: 1,
    kinked: true,
    value: ["relu", "z"],
    slopeValue: ["step", "a"],
    f: (z) => (z <= 0 ? 0 : z), // not z > 0 ? z : 0, because NaN must stay NaN, as in PyTorch
    slope: (a) => (a > 0 ? 1 : 0), // at the kink z = 0 the slope is 0, as in PyTorch
    apply(values, from, to) {
      for (let i = from; i < to; i++) if (values[i]! <= 0) values[i] = 0;
    },
    timesSlope(delta, a, from, to) {
      for (let i = from; i < to; i++) delta[i] = delta[i]! * (a[i]! > 0 ? 1 : 0);
    },
  },
  tanh: {
    label: activationNames.tanh,
    symbols: "\\tanh(z)",
    slopeSymbols: "1 - a^2",
    torch: "nn.Tanh()",
    numpy: "np.tanh(z)",
    typescript: "Math.tanh(z)",
    steepest: 1,
    kinked: false,
    value: ["tanh", "z"],
    slopeValue: ["-", 1, ["*", "a", "a"]],
    f: tanh,
    slope: (a) => 1 - a * a,
    apply(values, from, to) {
      for (let i = from; i < to; i++) values[i] = tanh(values[i]!);
    },
    timesSlope(delta, a, from, to) {
      for (let i = from; i < to; i++) delta[i] = delta[i]! * (1 - a[i]! * a[i]!);
    },
  },
  sigmoid: {
    label: activationNames.sigmoid,
    symbols: "\\sigma(z) = 1 / (1 + e^{-z})",
    slopeSymbols: "a\\,(1 - a)",
    torch: "nn.Sigmoid()",
    numpy: "np.exp(-np.logaddexp(0, -z))", // 1 / (1 + e^(−z)) without an overflow
    typescript: "1 / (1 + Math.exp(-z))",
    steepest: 0.25,
    kinked: false,
    value: ["sigmoid", "z"],
    slopeValue: ["*", "a", ["-", 1, "a"]],
    f: sigmoid,
    slope: (a) => a * (1 - a),
    apply(values, from, to) {
      for (let i = from; i < to; i++) values[i] = sigmoid(values[i]!);
    },
    timesSlope(delta, a, from, to) {
      for (let i = from; i < to; i++) delta[i] = delta[i]! * (a[i]! * (1 - a[i]!));
    },
  },
  leakyRelu: {
    label: activationNames.leakyRelu,
    symbols: "\\max(z, 0.01\\,z)",
    slopeSymbols: "1 \\text{ if } z > 0 \\text{, else } 0.01",
    torch: "nn.LeakyReLU(0.01)",
    numpy: "np.maximum(z, 0.01 * z)",
    typescript: "Math.max(z, 0.01 * z)",
    steepest: 1,
    kinked: true,
    value: ["max", "z", ["*", LEAK, "z"]],
    slopeValue: ["max", LEAK, ["step", "a"]],
    f: (z) => (z <= 0 ? LEAK * z : z),
    slope: (a) => (a > 0 ? 1 : LEAK), // at the kink z = 0 the slope is the leak, as in PyTorch
    apply(values, from, to) {
      for (let i = from; i < to; i++) if (values[i]! <= 0) values[i] = LEAK * values[i]!;
    },
    timesSlope(delta, a, from, to) {
      for (let i = from; i < to; i++) delta[i] = delta[i]! * (a[i]! > 0 ? 1 : LEAK);
    },
  },
  identity: {
    label: activationNames.identity,
    symbols: "z",
    slopeSymbols: "1",
    torch: "nn.Identity()",
    numpy: "z",
    typescript: "z",
    steepest: 1,
    kinked: false,
    value: "z",
    slopeValue: 1,
    f: (z) => z,
    slope: () => 1,
    apply: () => undefined, // f(z) = z
    timesSlope: () => undefined,
  },
} satisfies Record<string, Activation>;

/** The name of a hidden layer's activation: relu, tanh, sigmoid, leakyRelu, or identity. */
export type ActivationName = keyof typeof activations;

/** The activation of a layer, unit by unit. @throws RangeError for a softmax, which looks at all units of its layer at once. */
export function activationOf({
  activation,
}: {
  readonly activation: ActivationName | "softmax";
}): Activation {
  if (activation === "softmax") throw new RangeError("softmax has no value unit by unit.");
  return activations[activation];
}
