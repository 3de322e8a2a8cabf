import { captions } from "#text/captions";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { refsOf } from "../head.ts";
import type { Origin } from "../origin.ts";
import { derived, isLabeled } from "../parts.ts";
import { piecesOf } from "../softmax.ts";

export const S: Origin<PointId<"S">> = {
  derive(run, id) {
    const { ez, outputs } = refsOf(run, id.point, id.t);
    const { rest, largest } = piecesOf(run, id);
    const others = outputs.filter((j) => j - 1 !== largest);
    return derived(rest, captions.restOfExponentials(), ["sum", ...others.map(ez)]);
  },
  usedBy(run, { point, t }) {
    const { total, ell } = refsOf(run, point, t);
    return [total, ...(isLabeled(point) ? [ell] : [])];
  },
};
