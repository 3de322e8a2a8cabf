import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { DifferenceId } from "../../ids/kinds/difference.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { beforeFirstUpdate, derived, kindOfParameter } from "../parts.ts";

export const difference: Origin<DifferenceId> = {
  derive(run, { name, t }) {
    const index = indexOf(run, name);
    if (t === 0) throw beforeFirstUpdate(run, `d${name}`);
    const after = afterUpdate(run, t, name);
    const value = run.at(after).params[index]! - run.at(t - 1).params[index]!;
    const caption = captions.change({ t, kind: kindOfParameter(name), edited: wasEdited(run, t, name) });
    return derived(value, caption, ["-", ids.parameter.of(name, after), ids.parameter.of(name, t - 1)]);
  },
  usedBy: (_, { t }) => (t > 0 ? [ids.predicted.of(t)] : []),
};
