/** Checks whether a run of an experiment can have an id, without running it. */
import { unknown } from "#text/unknown";
import type { Experiment } from "../session/experiment.ts";
import { domainOf, networkOf, samplesOf } from "../session/start.ts";
import { type Id, idText } from "../ids/index.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { indexOf, layerOf, rawInputsOf } from "./lookup.ts";

/**
 * Checks the sample, unit, parameter, and update of an id. `limit` is the largest number of updates.
 *
 * @throws UnknownQuantity if no run of the experiment can have it
 */
export function assertExists(id: Id, experiment: Experiment, limit: number): void {
  const shape = { experiment, network: networkOf(experiment), samples: samplesOf(experiment.dataset) };
  if ("t" in id && id.t > limit) {
    throw new UnknownQuantity(unknown.afterLimit({ id: idText(id), limit }));
  }
  if ("point" in id && id.point !== undefined) {
    const inputs = rawInputsOf(shape, id.point);
    const domain = domainOf(experiment.dataset);
    const inside = domain.every(([low, high], k) => inputs[k]! >= low && inputs[k]! <= high);
    if (id.point.kind === "probe" && !inside) {
      throw new UnknownQuantity(unknown.outsideDomain({ id: idText(id), domain }));
    }
  }
  if (
    id.kind === "z" ||
    id.kind === "a" ||
    id.kind === "slope" ||
    id.kind === "delta" ||
    id.kind === "aff" ||
    id.kind === "affb"
  )
    layerOf(shape, id);
  if ("name" in id && id.kind !== "hyper") indexOf(shape, id.name);
}
