import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import type { OutputId } from "../../ids/kinds/outputQuantity.ts";
import { refsOf } from "../head.ts";
import type { Origin } from "../origin.ts";
import { derived } from "../parts.ts";
import { piecesOf } from "../softmax.ts";
import { mistaken } from "../commonMistakes.ts";

export const ez: Origin<OutputId<"ez">> = {
  derive(run, id) {
    const { z, zmax } = refsOf(run, id.point, id.t);
    const { exponentials } = piecesOf(run, id, id.j);
    return derived(exponentials[id.j - 1]!, captions.exponential(), ["exp", ["-", z(id.j), zmax]]);
  },
  usedBy(run, id) {
    const { output, rest } = refsOf(run, id.point, id.t);
    return [output(id.j), ...(piecesOf(run, id, id.j).largest === id.j - 1 ? [] : [rest])];
  },
  commonMistakes({ run, id, at }) {
    const { z, zmax } = refsOf(run, id.point, id.t);
    return [
      mistaken(at, ["exp", z(id.j)], commonMistakes.largestNotSubtracted()),
      mistaken(at, ["-", z(id.j), zmax], commonMistakes.exponentialLeftOut()),
    ];
  },
};
