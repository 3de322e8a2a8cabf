import { optimizerState as stateCaptions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { idOf } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import type { OptimizerStateId } from "../../ids/kinds/optimizerState.ts";
import { evaluate } from "../../math/expression.ts";
import { optimizerOf } from "../../nn/optimizers/index.ts";
import { mistaken } from "../commonMistakes.ts";
import type { Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { beforeFirstUpdate, derived } from "../parts.ts";
import { lineOfRule, usersInRule } from "../rule.ts";
import type { State } from "../run.ts";

export const optimizerState: Origin<OptimizerStateId> = {
  /** The value comes from the stored state if it's there; otherwise it's computed as training did. */
  derive(run, { slot, name, t }, valueOf) {
    const index = indexOf(run, name);
    if (t === 0) {
      if (run.last > 0) lineOfRule(run, name, 1, slot); // refuses a slot that the optimizer doesn't have
      throw beforeFirstUpdate(run, `${slot}.${name}`);
    }
    const expression = lineOfRule(run, name, t, slot);
    const before = run.at(t - 1);
    const remembered = optimizerOf(before.optimizer.name).slots.indexOf(slot);
    const after = run.at(t);
    const stored = remembered >= 0 && after.optimizer.name === before.optimizer.name && after.updates > 0;
    const value = stored ? after.slots[remembered]![index]! : evaluate(expression, valueOf);
    const caption = stateCaptions[`${before.optimizer.name}.${slot}` as keyof typeof stateCaptions];
    return derived(value, caption({ restarted: restarted(before) }), expression);
  },
  usedBy(run, { slot, name, t }) {
    // In its own line a name means the old value, in later lines the new one.
    const isOwn = (text: QuantityId): boolean => {
      const id = idOf(text);
      return id.kind === "optimizerState" && id.slot === slot;
    };
    const now = usersInRule(run, slot, name, t).filter((text) => !isOwn(text));
    if (t === run.last || run.at(t).updates === 0) return now; // an optimizer that starts there has empty state
    return [...now, ...usersInRule(run, slot, name, t + 1).filter(isOwn)];
  },
  commonMistakes({ id, operands, at }) {
    const [first, last] = [operands[0]!, operands.at(-1)!];
    return id.slot.endsWith("hat")
      ? [
          mistaken(at, last, commonMistakes.correctionAlone()),
          mistaken(at, first, commonMistakes.correctionMissing()),
        ]
      : [
          mistaken(at, last, commonMistakes.carryMissing()),
          mistaken(at, first, commonMistakes.gradientMissing()),
        ];
  },
};

/** The first update of an optimizer that didn't start with the run; otherwise undefined. */
function restarted({ t, updates, optimizer }: State) {
  if (updates === t) return undefined;
  const { label } = optimizerOf(optimizer.name);
  return { optimizer: label, first: t - updates + 1, updates: updates + 1 };
}
