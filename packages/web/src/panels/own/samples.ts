/** Custom points in the experiment. */
import { type CustomData, domainOf, labelAt, MAX_SAMPLES, unitsOf } from "@neural-viz/engine";
import { chooseDataset } from "../../store/setup/chooseData.ts";
import { dataOf } from "../../store/derived.ts";
import { type AppState, store } from "../../store/store.ts";
import { messages } from "#text/own";

export type Sample = readonly [x1: number, x2: number, label: number];

/** Whether points can be drawn: they have two inputs and a label. */
export function canDraw(state: Pick<AppState, "experiment">): boolean {
  const { inputs, kind } = dataOf(state);
  return inputs.length === 2 && kind !== "values";
}

/** The points of the experiment, whether generated or custom. */
export function samplesNow(): Sample[] {
  const { count, inputs, kind, targets } = dataOf(store.getState());
  return Array.from({ length: count }, (_, s) => [
    inputs[0]![s]!,
    inputs[1]![s]!,
    labelAt(kind, targets, s)!,
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
  const { kind, targets } = dataOf(state);
  const labels = kind === "classes" ? { targets: kind, classes: targets.length } : {};
  if (dataset.name === "custom") return { ...dataset, ...labels };
  const { inputs: map } = unitsOf(dataset);
  const domain = domainOf(dataset);
  const inUnit = domain.every(([low, high]) => low === 0 && high === 1);
  return {
    name: "custom",
    ...labels,
    ...(map === undefined ? {} : { map }),
    ...(inUnit ? {} : { domain }),
  };
}
