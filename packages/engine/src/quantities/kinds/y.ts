import { idText, ids } from "../../ids/index.ts";
import type { YId } from "../../ids/kinds/y.ts";
import type { Origin } from "../origin.ts";
import { labelOf, leaf } from "../parts.ts";

export const y: Origin<YId> = {
  derive: (run, id) => leaf(labelOf(run, id.point), "The label of this sample.", `data · ${idText(id)}`),
  usedBy: ({ last, network }, { point }) => [
    ids.ell.of(point, last),
    ids.delta.of(network.layers.length, 1, point, last),
  ],
};
