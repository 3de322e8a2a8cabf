import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import { pointName } from "../../ids/point.ts";
import type { YId } from "../../ids/kinds/y.ts";
import type { Origin } from "../origin.ts";
import { labelOf, leaf } from "../parts.ts";

export const y: Origin<YId> = {
  derive: (run, { point }) =>
    leaf(labelOf(run, point), captions.label(), origins.label({ point: pointName(point) })),
  usedBy: ({ last, network }, { point }) => [
    ids.ell.of(point, last),
    ids.delta.of(network.layers.length, 1, point, last),
  ],
};
