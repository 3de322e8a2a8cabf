/** A running optimizer: its state, its number of updates, and the powers of its decay rates. */
import { powerInt } from "../../math/power.ts";
import { type OptimizerChoice, optimizerOf } from "./index.ts";

/** A running optimizer. */
export interface Updater {
  /** Does one update of `params`, in place, by the optimizer and the hyperparameters chosen last. */
  update(params: Float64Array, gradient: Float64Array): void;
  /** Changes the optimizer or its hyperparameters. Another optimizer starts with empty state and at 0 updates. */
  choose(choice: OptimizerChoice): void;
  /** The state vectors, in the order of the optimizer's `slots`. */
  readonly slots: readonly Float64Array[];
  /** The number of updates by the present optimizer. */
  readonly updates: number;
  /** Its decay rates raised to the number of updates, in the order of the optimizer's `powers`. */
  readonly powers: readonly number[];
  /** A copy of its state. */
  save(): OptimizerState;
  restore(optimizerState: OptimizerState): void;
}

/** The state of an optimizer between two updates. */
export interface OptimizerState {
  readonly choice: OptimizerChoice;
  readonly slots: readonly Float64Array[];
  readonly updates: number;
  readonly powers: readonly number[];
}

/** An optimizer with empty state for `size` parameters. */
export function createUpdater(size: number, first: OptimizerChoice): Updater {
  let choice = first;
  let optimizer = optimizerOf(choice.name);
  let slots = optimizer.slots.map(() => new Float64Array(size));
  let updates = 0;
  let powers = optimizer.powers.map(() => 1);

  return {
    update(params, gradient) {
      updates += 1;
      for (let i = 0; i < powers.length; i++) powers[i] = powers[i]! * hyper(choice)[optimizer.powers[i]!]!;
      optimizer.step(params, gradient, slots, hyper(choice), powers);
    },
    choose(next) {
      if (next.name !== choice.name) {
        optimizer = optimizerOf(next.name);
        slots = optimizer.slots.map(() => new Float64Array(size));
        updates = 0;
      }
      choice = next;
      // PyTorch raises the present decay rate to the t-th power, so a new rate acts as if it had always been in force.
      powers = optimizer.powers.map((name) => powerInt(hyper(choice)[name]!, updates));
    },
    get slots() {
      return slots;
    },
    get updates() {
      return updates;
    },
    get powers() {
      return powers;
    },
    save: () => ({ choice, slots: slots.map((slot) => slot.slice()), updates, powers: [...powers] }),
    restore(optimizerState) {
      choice = optimizerState.choice;
      optimizer = optimizerOf(choice.name);
      slots = optimizerState.slots.map((slot) => slot.slice());
      updates = optimizerState.updates;
      powers = [...optimizerState.powers];
    },
  };
}

/** The hyperparameters of a choice by name. */
function hyper(choice: OptimizerChoice): Record<string, number> {
  return choice as unknown as Record<string, number>;
}
