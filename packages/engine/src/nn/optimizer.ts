/**
 * The definition of an optimizer: a rule that turns a gradient into new weights, and the state it needs.
 *
 * Each optimizer is one file in optimizers/. Menus, sliders, formulas, and exports all read it.
 */
import { hyperparameterNames } from "#text/labels";
import type { Expression } from "../math/expression.ts";
import type { Limits } from "../math/limits.ts";

/** A hyperparameter: its name, symbol, default, and range. */
export interface HyperParameter {
  readonly label: string;
  /** TeX of its letter. */
  readonly symbol: string;
  readonly value: number;
  /** The range of its slider. A typed value may be anywhere within `limits`. */
  readonly min: number;
  readonly max: number;
  readonly scale: "linear" | "log";
  readonly limits: Limits;
}

/** An optimizer: its rule as a loop and as a derivation, its hyperparameters, and its name in PyTorch. */
export interface Optimizer<Hyper extends string = string> {
  readonly label: string;
  readonly hyper: Readonly<Record<Hyper, HyperParameter>>;
  /** The names of its state vectors. Each is as long as the parameter vector and starts at zero. */
  readonly slots: readonly string[];
  /** The hyperparameters whose t-th power the rule needs. */
  readonly powers: readonly NoInfer<Hyper>[];
  /** One update, in place. `powers[i]` is the hyperparameter named there, raised to the number of updates including this one. */
  readonly step: (
    w: Float64Array,
    g: Float64Array,
    slots: readonly Float64Array[],
    hyper: Readonly<Record<Hyper, number>>,
    powers: readonly number[],
  ) => void;
  /**
   * The rule for one weight, line by line. Each line gives a name its new value; the last line is `w`. A name stands for
   * its newest value, from an earlier line or from the update before. `g` is the gradient, `t` the number of updates by
   * this optimizer including this one, and hyperparameters have their own names. The operations and their order are the
   * same as in `step`.
   */
  readonly derivation: readonly (readonly [name: string, becomes: Expression])[];
  /** TeX of the rule. */
  readonly symbols: string;
  /** The optimizer in PyTorch: its class in torch.optim and its keyword arguments. */
  readonly torch: {
    readonly name: string;
    readonly settings: (hyper: Readonly<Record<Hyper, number>>) => string;
  };
}

/** Checks the type of an optimizer and preserves the names of its hyperparameters. */
export function defineOptimizer<const Hyper extends string>(optimizer: Optimizer<Hyper>): Optimizer<Hyper> {
  return optimizer;
}

/** The learning rate, with this default. */
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

/** A decay rate: the fraction of an average that remains at each update. At 0 only the newest gradient counts. */
export function decay(label: string, symbol: string, value: number): HyperParameter {
  return { label, symbol, value, min: 0, max: 0.999, scale: "linear", limits: { from: 0, below: 1 } };
}

/** ε, which prevents a division by a root near 0. */
export const epsilon: HyperParameter = {
  label: hyperparameterNames.epsilon,
  symbol: "\\epsilon",
  value: 1e-8,
  min: 1e-10,
  max: 1,
  scale: "log",
  limits: { above: 0, to: 1 },
};
