import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { idText, ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { derived, isPenalized } from "../parts.ts";
import { mistaken } from "../commonMistakes.ts";

export const J: Origin<MomentId<"J">> = {
  derive(run, id) {
    const { t } = id;
    if (!isPenalized(run)) {
      throw new UnknownQuantity(absent.noPenalty({ id: idText(id), instead: ids.L.of(t) }));
    }
    return derived(run.at(t).objective, captions.objective(), ["+", ids.L.of(t), ids.R.of(t)]);
  },
  usedBy: (run, { t }) => [
    ...(t > 0 && !wasEdited(run, t) ? [ids.dJ.of(t)] : []),
    ...(t < run.last ? [ids.dJ.of(t + 1)] : []),
  ],
  commonMistakes: ({ id: { t }, at }) => [
    mistaken(at, ids.L.of(t), commonMistakes.penaltyMissing()),
    mistaken(at, ids.R.of(t), commonMistakes.penaltyAlone()),
  ],
};
