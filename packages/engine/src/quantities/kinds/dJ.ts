import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import { type Origin, unused } from "../origin.ts";
import { beforeFirstUpdate, derived, isPenalized } from "../parts.ts";

export const dJ: Origin<MomentId<"dJ">> = {
  derive(run, id) {
    const { kind, t } = id;
    if (!isPenalized(run)) {
      throw new UnknownQuantity(absent.noPenalty({ id: idText(id), instead: ids.L.of(t) }));
    }
    if (t === 0) throw beforeFirstUpdate(run, kind);
    const after = afterUpdate(run, t);
    return derived(
      run.at(after).objective - run.at(t - 1).objective,
      captions.objectiveChange({ t, edited: wasEdited(run, t) }),
      ["-", ids.J.of(after), ids.J.of(t - 1)],
    );
  },
  usedBy: unused,
};
