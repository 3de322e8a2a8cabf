/** What was answered, before and after the lessons, kept on this device alone. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { keep, recall } from "../kept.ts";

export type Round = "before" | "after";

/** The places of the answers chosen; undefined where a round was not taken. */
export type Results = Readonly<Partial<Record<Round, readonly number[]>>>;

const KEY = "neural-viz.beliefs";

const isResults = (value: unknown): value is Results =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every(
    (answers: unknown) => Array.isArray(answers) && answers.every((answer) => Number.isInteger(answer)),
  );

const results = createStore<Results>(() => recall(KEY, isResults) ?? {});

export function useResults(): Results {
  return useStore(results);
}

/** Keeps a round, or forgets it. */
export function noteRound(round: Round, answers: readonly number[] | undefined): void {
  results.setState({ [round]: answers });
  keep(KEY, results.getState());
}
