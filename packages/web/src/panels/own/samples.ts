/** Custom points in the experiment. */
import { type DatasetChoice, MAX_SAMPLES } from "@neural-viz/engine";
import { chooseDataset } from "../../store/setup/choose.ts";
import { dataOf } from "../../store/derived.ts";
import { store } from "../../store/store.ts";
import { messages } from "#text/own";

export type Sample = readonly [x1: number, x2: number, label: number];

/** The points of the experiment, whether generated or custom. */
export function samplesNow(): Sample[] {
  const { count, inputs, targets } = dataOf(store.getState());
  return Array.from({ length: count }, (_, s) => [inputs[0]![s]!, inputs[1]![s]!, targets[0]![s]!]);
}

/** Trains on these points from now on, with the same scaling as before. Returns a sentence if that is refused. */
export function trainOn(samples: readonly Sample[]): string | undefined {
  if (samples.length === 0) return messages.lastPointStays;
  if (samples.length > MAX_SAMPLES) return messages.noMorePoints(MAX_SAMPLES);
  const { dataset } = store.getState().experiment;
  const map = dataset.name === "custom" ? dataset.map : undefined;
  const own: DatasetChoice = { name: "custom", samples, ...(map === undefined ? {} : { map }) };
  chooseDataset(own);
  return undefined;
}
