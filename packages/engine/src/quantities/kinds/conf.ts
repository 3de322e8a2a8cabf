import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText } from "../../ids/index.ts";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { refsOf } from "../head.ts";
import { writingOf } from "../heads/index.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, outputOf, traceOf } from "../parts.ts";

export const conf: Origin<PointId<"conf">> = {
  derive(run, id) {
    const { point, t } = id;
    const { head } = run.network;
    const expression = writingOf(head).confidence?.(refsOf(run, point, t));
    if (expression === undefined || head.confidenceOf === undefined) {
      throw new UnknownQuantity(absent.noConfidence({ id: idText(id), instead: outputOf(run, 1, point, t) }));
    }
    const { outputs } = traceOf(run, point, run.at(t));
    const caption =
      outputs.length === 1
        ? captions.confidence()
        : captions.confidenceOfClasses({ classes: outputs.length });
    return derived(head.confidenceOf(outputs), caption, expression);
  },
  usedBy: unused,
};
