import type { SliceId } from "../../ids/kinds/slice.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { attempt } from "../../math/result.ts";
import { format } from "../../math/format.ts";
import { createLossPass } from "../../nn/lossPass.ts";
import { createPlane, parametersAt } from "../../nn/plane.ts";
import { type Origin, unused } from "../origin.ts";
import { allPoints, leaf } from "../parts.ts";

export const slice: Origin<SliceId> = {
  derive(run, { directions, place, t }) {
    const { params, gradient } = run.at(t);
    const plane = attempt(() => createPlane(run.network, params, gradient, directions));
    if (!plane.ok) throw new UnknownQuantity(plane.why);
    const moved = params.slice();
    parametersAt(plane.value, place, moved);
    const where =
      directions.kind === "parameters"
        ? "if these two parameters had these values and all others stayed as they are"
        : `at ${format(place[0])} along the gradient's direction and ${format(place[1])} along the random direction of seed ${directions.seed}`;
    return leaf(
      createLossPass(run.network, pick(run.samples, run.split.train))(moved),
      `The loss ${where}.`,
      `measured · the loss over ${allPoints(run.split.train.length)}`,
    );
  },
  usedBy: unused,
};
