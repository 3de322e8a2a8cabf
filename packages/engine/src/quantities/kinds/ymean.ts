import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { YmeanId } from "../../ids/kinds/ymean.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { meanTargets } from "../../nn/baseline.ts";
import type { Origin } from "../origin.ts";
import { derived } from "../parts.ts";

export const ymean: Origin<YmeanId> = {
  derive(run, id) {
    const { j } = id;
    const { samples, split } = run;
    if (run.network.head.classifies) {
      throw new UnknownQuantity(absent.noValues({ id: idText(id), instead: ids.acc.of(0) }));
    }
    if (j < 1 || j > samples.targets.length) {
      throw new UnknownQuantity(absent.noTarget({ id: idText(id), instead: ids.ymean.of(1) }));
    }
    return derived(
      meanTargets(pick(run.data, split.train))[j - 1]!,
      captions.meanTarget({ j, only: samples.targets.length === 1 }),
      ["mean", ...Array.from(split.train, (s) => ids.y.of(s + 1, j))],
    );
  },
  usedBy: () => [ids.Lmean.of()],
};
