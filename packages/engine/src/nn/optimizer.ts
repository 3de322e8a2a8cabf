/**
 * What an optimizer is: a rule that turns a gradient into new weights, with the state it keeps.
 *
 * Each optimizer is defined in one file of optimizers/. Menus, sliders, formulas and exports read it from there.
 */
import { hyperparameterNames } from "#text/labels";
import type { Expression } from "../math/expression.ts";
import type { Limits } from "../math/limits.ts";

/** One hyperparameter: its name, its letter, its default and its range. */
export interface HyperParameter {
  readonly label: string;
  /** Its letter, as TeX. */
  readonly symbol: string;
  readonly value: number;
  /** The range of a slider; any value within `limits` may be typed. */
  readonly min: number;
  readonly max: number;
  readonly scale: "linear" | "log";
  readonly limits: Limits;
}

/** An optimizer: its rule as a loop and as a derivation, its hyper-parameters, and its name in PyTorch. */
export interface Optimizer<Hyper extends string = string> {
  readonly label: string;
  readonly hyper: Readonly<Record<Hyper, HyperParameter>>;
  /** Names of the vectors of its state, each as long as the parameters and zero at first. */
  readonly slots: readonly string[];
  /** Hyper-parameters whose t-th power the rule needs. */
  readonly powers: readonly NoInfer<Hyper>[];
  /** One update, in place. `powers[i]` is the hyper-parameter `powers[i]` to the power of the updates done, this one included. */
  readonly step: (
    w: Float64Array,
    g: Float64Array,
    slots: readonly Float64Array[],
    hyper: Readonly<Record<Hyper, number>>,
    powers: readonly number[],
  ) => void;
  /**
   * The rule, line by line, for one weight: what each name becomes. The last line is `w`. A name stands for its newest
   * value, that of an earlier line or else of the update before; `g` is the gradient, `t` the updates done by this
   * optimizer, this one included, and hyper-parameters go by their names. The same operations in the same order as in
   * `step`.
   */
  readonly derivation: readonly (readonly [name: string, becomes: Expression])[];
  /** TeX of the rule. */
  readonly symbols: string;
  /** The same optimizer in PyTorch: its class in torch.optim and its keyword arguments. */
  readonly torch: {
    readonly name: string;
    readonly settings: (hyper: Readonly<Record<Hyper, number>>) => string;
  };
}

/** Checks an optimizer against the contract and keeps the names of its hyper-parameters. */
export function defineOptimizer<const Hyper extends string>(optimizer: Optimizer<Hyper>): Optimizer<Hyper> {
  return optimizer;
}

/** The learning rate, which all optimizers share. */
export function learningRate(value: number): HyperParameter {
  return {
    label: hyperparameterNames.learningRate,
    symbol: "\\eta",
    value,
    min: 1e-4,
    max: 10,
    scale: "log",
    limits: { above: 0, to: 100 },
  };
}

/** The share of an average that each update keeps: at 0 only the newest gradient counts, near 1 many do. */
export function decay(label: string, symbol: string, value: number): HyperParameter {
  return { label, symbol, value, min: 0, max: 0.999, scale: "linear", limits: { from: 0, below: 1 } };
}

/** ε, which keeps a division by a tiny root bounded. */
export const epsilon: HyperParameter = {
  label: hyperparameterNames.epsilon,
  symbol: "\\epsilon",
  value: 1e-8,
  min: 1e-10,
  max: 1,
  scale: "log",
  limits: { above: 0, to: 1 },
};
