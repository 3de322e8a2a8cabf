import { captions } from "#text/captions";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { refsOf } from "../head.ts";
import type { Origin } from "../origin.ts";
import { derived } from "../parts.ts";
import { piecesOf } from "../softmax.ts";

export const Z: Origin<PointId<"Z">> = {
  derive(run, id) {
    const { rest } = refsOf(run, id.point, id.t);
    return derived(piecesOf(run, id).total, captions.sumOfExponentials(), ["+", 1, rest]);
  },
  usedBy(run, { point, t }) {
    const { output, outputs } = refsOf(run, point, t);
    return outputs.map(output);
  },
};
