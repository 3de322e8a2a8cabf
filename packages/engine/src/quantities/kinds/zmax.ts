import { captions } from "#text/captions";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { refsOf } from "../head.ts";
import type { Origin } from "../origin.ts";
import { derived, isLabeled } from "../parts.ts";
import { piecesOf } from "../softmax.ts";

export const zmax: Origin<PointId<"zmax">> = {
  derive(run, id) {
    const { z, outputs } = refsOf(run, id.point, id.t);
    return derived(piecesOf(run, id).max, captions.largestZ(), ["max", ...outputs.map(z)]);
  },
  usedBy(run, { point, t }) {
    const { ez, ell, outputs } = refsOf(run, point, t);
    return [...outputs.map(ez), ...(isLabeled(point) ? [ell] : [])];
  },
};
