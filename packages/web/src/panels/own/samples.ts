/** Custom points in the experiment. */
import { type CustomData, domainOf, labelAt, MAX_SAMPLES, unitsOf } from "@neural-viz/engine";
import { chooseDataset } from "../../store/setup/chooseData.ts";
import { dataOf } from "../../store/derived.ts";
import { type AppState, store } from "../../store/store.ts";
import { messages } from "#text/own";

/** The inputs of a point, and then its label or value. */
export type Sample = readonly number[];

/**
 * What points are drawn in: a plane of two inputs, where they have a label or a value, or one of an input and the value
 * upward.
 */
export type Surface = "labels" | "values" | "curve";

/** Undefined if points of this kind can't be drawn. */
export function surfaceOf(state: Pick<AppState, "experiment">): Surface | undefined {
  const { inputs, kind, targets } = dataOf(state);
  if (kind !== "values") return inputs.length === 2 ? "labels" : undefined;
  if (targets.length > 1 || inputs.length > 2) return undefined;
  return inputs.length === 1 ? "curve" : "values";
}

/** The points of the experiment, whether generated or custom. */
export function samplesNow(): Sample[] {
  const { count, inputs, kind, targets } = dataOf(store.getState());
  return Array.from({ length: count }, (_, s) => [
    ...inputs.map((column) => column[s]!),
    labelAt(kind, targets, s) ?? targets[0]![s]!,
  ]);
}

/** Trains on these points from now on, with the same scaling as before. Returns a sentence if that is refused. */
export function trainOn(samples: readonly Sample[]): string | undefined {
  if (samples.length === 0) return messages.lastPointStays;
  if (samples.length > MAX_SAMPLES) return messages.noMorePoints(MAX_SAMPLES);
  chooseDataset({ ...frameNow(), samples });
  return undefined;
}

/** Custom data like those of the experiment, without points. There stay as many classes, whatever points are left. */
function frameNow(): Omit<CustomData, "samples"> {
  const state = store.getState();
  const { dataset } = state.experiment;
  const { kind, inputs, targets } = dataOf(state);
  const labels = kind === "classes" ? { targets: kind, classes: targets.length } : {};
  if (dataset.name === "custom") return { ...dataset, ...labels };
  const { inputs: map, targets: targetMap } = unitsOf(dataset);
  const domain = domainOf(dataset);
  const inUnit = domain.every(([low, high]) => low === 0 && high === 1);
  return {
    name: "custom",
    ...labels,
    ...(kind === "values" ? { inputs: inputs.length, targets: kind } : {}),
    ...(map === undefined ? {} : { map }),
    ...(targetMap === undefined ? {} : { targetMap }),
    ...(inUnit ? {} : { domain }),
  };
}
