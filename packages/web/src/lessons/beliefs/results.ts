/** What was answered, before and after the lessons, kept on this device alone. */
import { schema } from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { load, save } from "../storage.ts";
import { beliefs } from "./items.ts";

export type Round = "before" | "after";

/** The places of the answers chosen; undefined where a round was not taken. */
export type Results = Readonly<Partial<Record<Round, readonly number[]>>>;

const KEY = "neural-viz.beliefs";

/** A whole round: an answer to each of the present questions. */
const whole = schema.tuple(beliefs.map(({ options }) => schema.whole(0, options.length - 1)));

/** Reads what was kept. */
export const readResults: schema.Schema<Results> = schema.object({
  before: schema.optional(whole),
  after: schema.optional(whole),
});

const results = createStore<Results>(() => load(KEY, readResults) ?? {});

export function useResults(): Results {
  return useStore(results);
}

/** Keeps a round, or forgets it. */
export function noteRound(round: Round, answers: readonly number[] | undefined): void {
  results.setState({ [round]: answers });
  save(KEY, results.getState());
}
