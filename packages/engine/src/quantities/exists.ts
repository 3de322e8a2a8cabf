/** Checks whether a run of an experiment can have an id, without running it. */
import { unknown } from "#text/unknown";
import { createNetwork } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";
import { samplesOf } from "../session/start.ts";
import { type Id, idText } from "../ids/index.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { indexOf, layerOf, coordinatesOf } from "./lookup.ts";

/**
 * Checks the sample, unit, parameter, and update of an id. `limit` is the largest number of updates.
 *
 * @throws UnknownQuantity if no run of the experiment can have it
 */
export function assertExists(id: Id, experiment: Experiment, limit: number): void {
  const shape = { network: createNetwork(experiment.network.hidden), samples: samplesOf(experiment.dataset) };
  if ("t" in id && id.t > limit) {
    throw new UnknownQuantity(unknown.afterLimit({ id: idText(id), limit }));
  }
  if ("point" in id && id.point !== undefined) {
    const [x1, x2] = coordinatesOf(shape, id.point);
    if (id.point.kind === "probe" && !(isShare(x1) && isShare(x2))) {
      throw new UnknownQuantity(unknown.outsideSquare({ id: idText(id) }));
    }
  }
  if (id.kind === "z" || id.kind === "a" || id.kind === "slope" || id.kind === "delta") layerOf(shape, id);
  if ("name" in id && id.kind !== "hyper") indexOf(shape, id.name);
}

const isShare = (x: number): boolean => x >= 0 && x <= 1;
