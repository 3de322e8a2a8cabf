import { captions, origins } from "#text/captions";
import type { SliceId } from "../../ids/kinds/slice.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { attempt } from "../../math/result.ts";
import { format } from "../../math/format.ts";
import { createObjectivePass, type Goal } from "../../nn/objective.ts";
import { createPlane, parametersAt } from "../../nn/plane.ts";
import { type Origin, unused } from "../origin.ts";
import { leaf, loweredBy, trainingPoints } from "../parts.ts";

export const slice: Origin<SliceId> = {
  derive(run, { directions, coordinates, t }) {
    const { params, gradient } = run.at(t);
    const plane = attempt(() => createPlane(run.network, params, gradient, directions));
    if (!plane.ok) throw new UnknownQuantity(plane.why);
    const moved = params.slice();
    parametersAt(plane.value, coordinates, moved);
    const { network, regularization } = run;
    const goal: Goal = { network, batch: pick(run.data, run.split.train), regularization };
    const of = loweredBy(run);
    const [along, across] = [format(coordinates[0]), format(coordinates[1])];
    return leaf(
      createObjectivePass(goal)(moved),
      directions.kind === "parameters"
        ? captions.surfaceAt({ of })
        : captions.surfaceAlong({ along, across, seed: directions.seed, of }),
      origins.measured({ of, ...trainingPoints(run) }),
    );
  },
  usedBy: unused,
};
