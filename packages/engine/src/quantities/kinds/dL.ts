import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import { type Origin, unused } from "../origin.ts";
import { beforeFirstUpdate, derived } from "../parts.ts";

export const dL: Origin<MomentId<"dL">> = {
  derive(run, { kind, t }) {
    if (t === 0) throw beforeFirstUpdate(run, kind);
    const after = afterUpdate(run, t);
    const caption = captions.lossChange({ t, edited: wasEdited(run, t) });
    return derived(run.at(after).loss - run.at(t - 1).loss, caption, ["-", ids.L.of(after), ids.L.of(t - 1)]);
  },
  usedBy: unused,
};
