import { entryOf } from "../../math/registry.ts";
import type { Optimizer } from "../optimizer.ts";
import { adam } from "./adam.ts";
import { momentum } from "./momentum.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";

/** Every optimizer by its name. */
export const optimizers = { sgd, momentum, rmsprop, adam };

/** What an optimizer is called: sgd, momentum, rmsprop, adam. */
export type OptimizerName = keyof typeof optimizers;

/** Every hyper-parameter that some optimizer has. */
export type HyperName = { [Name in OptimizerName]: HyperOf<Name> }[OptimizerName];

/** An optimizer as it is chosen: its name and a value for each of its hyper-parameters. */
export type OptimizerChoice = { [Name in OptimizerName]: ChoiceOf<Name> }[OptimizerName];

/** The hyper-parameters of one optimizer. */
export type HyperOf<Name extends OptimizerName> = keyof (typeof optimizers)[Name]["hyper"];

/** All hyper-parameters of one optimizer, and none of another's. */
export type ChoiceOf<Name extends OptimizerName> = { readonly name: Name } & {
  readonly [Hyper in HyperOf<Name>]: number;
} & { readonly [Other in Exclude<HyperName, HyperOf<Name>>]?: never };

/** The optimizer of a name, without the names of its own hyper-parameters: what menus and loops need. @throws ExperimentError */
export function optimizerOf(name: OptimizerName): Optimizer {
  return entryOf<Optimizer>(optimizers, name, "optimizer");
}

/** An optimizer with the defaults of its file. */
export function defaultChoice<Name extends OptimizerName>(
  name: Name,
): Extract<OptimizerChoice, { readonly name: Name }>;
export function defaultChoice(name: OptimizerName): OptimizerChoice {
  const hyper = Object.entries(optimizerOf(name).hyper).map(([key, { value }]) => [key, value]);
  return { name, ...Object.fromEntries(hyper) } as OptimizerChoice;
}
