import { ids } from "../../ids/index.ts";
import type { ParameterId } from "../../ids/kinds/parameter.ts";
import { beforeEdits, isBeforeEdits, updateOf } from "../../ids/moment.ts";
import { format } from "../../math/format.ts";
import { placesOf } from "../../nn/network.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { derived, indexOf, leaf } from "../parts.ts";
import { lineOfRule } from "../rule.ts";

export const parameter: Origin<ParameterId> = {
  derive(run, { name, t }) {
    const index = indexOf(run, name);
    const value = run.at(t).params[index]!;
    if (!isBeforeEdits(t) && wasEdited(run, t, name)) {
      const update =
        t === 0 ? "" : ` Update ${t} had made it ${format(run.at(beforeEdits(t)).params[index]!)}.`;
      return leaf(value, `This number was set by hand.${update}`, `edited by hand after ${t} updates`);
    }
    if (t === 0) return derived(value, "At the start it is what the initializer gave.", ids.init.of(name));
    const update = updateOf(t);
    const moved = value - run.at(update - 1).params[index]!;
    const words =
      moved === 0
        ? `Update ${update} left it where it was.`
        : `Update ${update} ${moved > 0 ? "raised" : "lowered"} it by ${format(Math.abs(moved))}, by the optimizer's rule.`;
    return derived(value, words, lineOfRule(run, name, update));
  },
  usedBy(run, { name, t }) {
    const [l, j, k] = placesOf(name);
    const next =
      t < run.last && !isBeforeEdits(t) ? [ids.parameter.of(name, afterUpdate(run, t + 1, name))] : [];
    const back = k === undefined || l === 1 ? [] : [ids.delta.of(l - 1, k, 1, t)];
    return [ids.z.of(l, j, 1, t), ...back, ...next];
  },
  mistakes({ operands, at }) {
    const before = at(operands[0]!);
    const step = at(operands[1]!);
    return [
      { value: before + step, words: "That is uphill: the step is subtracted." },
      { value: before, words: "That is the value before the update." },
      { value: -step, words: "That is the step alone; it starts from the value before." },
    ];
  },
};
