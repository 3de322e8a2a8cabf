import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ownUnitText } from "../../data/units.ts";
import { idText, ids } from "../../ids/index.ts";
import { pointName } from "../../ids/point.ts";
import type { YId } from "../../ids/kinds/y.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { refsOf } from "../head.ts";
import { unitsOf } from "../../session/start.ts";
import { writingOf } from "../heads/index.ts";
import type { Origin } from "../origin.ts";
import { isIn, labelOf, leaf, targetsOf } from "../parts.ts";

export const y: Origin<YId> = {
  derive(run, id) {
    const { point, j } = id;
    const { kind, targets } = run.samples;
    const name = pointName(point);
    if (j === undefined) {
      const label = labelOf(run, point);
      const caption =
        kind === "binary" ? captions.label() : captions.labelOfClasses({ classes: targets.length });
      return leaf(label, caption, origins.label({ point: name }));
    }
    const value = targetsOf(run, point)[j - 1];
    if (value === undefined || kind === "binary") {
      const instead = kind === "binary" ? ids.y.of(point) : ids.y.of(point, 1);
      throw new UnknownQuantity(absent.noTarget({ id: idText(id), instead }));
    }
    const map = unitsOf(run.experiment.dataset).targets?.[j - 1];
    return kind === "classes"
      ? leaf(value, captions.targetOfClass({ label: j - 1 }), origins.label({ point: name }))
      : leaf(
          value,
          captions.targetValue({
            j,
            only: targets.length === 1,
            own: map && ownUnitText(map, value),
          }),
          origins.target({ point: name, j }),
        );
  },
  usedBy(run, { point, j }) {
    const { last, network, samples, split } = run;
    const refs = refsOf(run, point, last);
    if (samples.kind === "classes" && j === undefined) {
      return [isIn(split.test, point) ? ids.acctest.of(last) : ids.acc.of(last)];
    }
    const writing = writingOf(network.head);
    const usesLoss = samples.kind === "binary" || writing.lossFromOutputs;
    const means =
      samples.kind === "values" && !isIn(split.test, point) ? [ids.ymean.of(j ?? 1), ids.Lmean.of()] : [];
    return [...(usesLoss ? [refs.ell] : []), refs.delta(j ?? 1), ...means];
  },
};
