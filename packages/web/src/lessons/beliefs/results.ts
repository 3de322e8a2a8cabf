/** The answers before and after the lessons, saved only on this device. */
import { schema } from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { load, save } from "../storage.ts";
import { beliefs } from "./items.ts";

export type Round = "before" | "after";

/** The indices of the chosen answers; undefined for a round that wasn't finished. */
export type Results = Readonly<Partial<Record<Round, readonly number[]>>>;

const KEY = "neural-viz.beliefs";

/** A whole round: an answer to each of the current questions. */
const whole = schema.tuple(beliefs.map(({ options }) => schema.whole(0, options.length - 1)));

/** Reads saved results. */
export const readResults: schema.Schema<Results> = schema.object({
  before: schema.optional(whole),
  after: schema.optional(whole),
});

const results = createStore<Results>(() => load(KEY, readResults) ?? {});

export function useResults(): Results {
  return useStore(results);
}

/** Saves a round, or forgets it if undefined. */
export function noteRound(round: Round, answers: readonly number[] | undefined): void {
  results.setState({ [round]: answers });
  save(KEY, results.getState());
}
