import { ids } from "../../ids/index.ts";
import type { DifferenceId } from "../../ids/kinds/difference.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { beforeFirstUpdate, derived, indexOf } from "../parts.ts";

export const difference: Origin<DifferenceId> = {
  derive(run, { name, t }) {
    const index = indexOf(run, name);
    if (t === 0) throw beforeFirstUpdate(run, `d${name}`);
    const after = afterUpdate(run, t, name);
    const value = run.at(after).params[index]! - run.at(t - 1).params[index]!;
    const edit = wasEdited(run, t, name) ? " What was set by hand after it is not part of that." : "";
    return derived(value, `How far update ${t} moved it.${edit}`, [
      "-",
      ids.parameter.of(name, after),
      ids.parameter.of(name, t - 1),
    ]);
  },
  usedBy: (_, { t }) => (t > 0 ? [ids.predicted.of(t)] : []),
};
