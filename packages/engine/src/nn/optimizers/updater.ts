/** An optimizer at work: its state, its count of updates, and the powers of its decay rates. */
import { powerInt } from "../../math/power.ts";
import { type OptimizerChoice, optimizerOf } from "./index.ts";

/** An optimizer at work. */
export interface Updater {
  /** One update of `params` in place, by the rule and the hyper-parameters chosen last. */
  update(params: Float64Array, gradient: Float64Array): void;
  /** Another name starts with an empty state and its own count; the same name keeps both. */
  choose(choice: OptimizerChoice): void;
  /** The vectors remembered, in the order of the optimizer's `slots`. */
  readonly slots: readonly Float64Array[];
  /** Updates done by the present optimizer. */
  readonly updates: number;
  /** Its decay rates to the power of the updates done, in the order of the optimizer's `powers`. */
  readonly powers: readonly number[];
  /** A copy of all it remembers. */
  save(): OptimizerState;
  restore(optimizerState: OptimizerState): void;
}

/** All an optimizer remembers. */
export interface OptimizerState {
  readonly choice: OptimizerChoice;
  readonly slots: readonly Float64Array[];
  readonly updates: number;
  readonly powers: readonly number[];
}

/** An optimizer's state for so many parameters, empty. */
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
      // A new decay rate acts as if it had always been in force: PyTorch raises the present one to the t-th power.
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

/** A choice's hyper-parameters by name. */
function hyper(choice: OptimizerChoice): Record<string, number> {
  return choice as unknown as Record<string, number>;
}
