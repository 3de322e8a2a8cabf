import { entryOf } from "../../math/registry.ts";
import type { Optimizer } from "../optimizer.ts";
import { adagrad } from "./adagrad.ts";
import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { momentum } from "./momentum.ts";
import { nesterov } from "./nesterov.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";

/** Every optimizer by its name. */
export const optimizers = { sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw };

/** What an optimizer is called: sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw. */
export type OptimizerName = keyof typeof optimizers;

/** The name of a hyperparameter of any optimizer. */
export type HyperName = { [Name in OptimizerName]: HyperOf<Name> }[OptimizerName];

/** An optimizer of an experiment: its name and a value for each of its hyperparameters. */
export type OptimizerChoice = { [Name in OptimizerName]: ChoiceOf<Name> }[OptimizerName];

/** The names of one optimizer's hyperparameters. */
export type HyperOf<Name extends OptimizerName> = keyof (typeof optimizers)[Name]["hyper"];

/** An optimizer's name with all of its hyperparameters, and none of another optimizer's. */
export type ChoiceOf<Name extends OptimizerName> = { readonly name: Name } & {
  readonly [Hyper in HyperOf<Name>]: number;
} & { readonly [Other in Exclude<HyperName, HyperOf<Name>>]?: never };

/** The optimizer with this name, typed without the names of its hyperparameters. @throws ExperimentError */
export function optimizerOf(name: OptimizerName): Optimizer {
  return entryOf<Optimizer>(optimizers, name, "optimizer");
}

/** An optimizer with its default hyperparameters. */
export function defaultChoice<Name extends OptimizerName>(
  name: Name,
): Extract<OptimizerChoice, { readonly name: Name }>;
export function defaultChoice(name: OptimizerName): OptimizerChoice {
  const hyper = Object.entries(optimizerOf(name).hyper).map(([key, { value }]) => [key, value]);
  return { name, ...Object.fromEntries(hyper) } as OptimizerChoice;
}
