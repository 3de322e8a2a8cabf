/** What was answered, before and after the lessons, kept on this device alone. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { keep, recall } from "../kept.ts";
import { beliefs } from "./items.ts";

export type Round = "before" | "after";

/** The places of the answers chosen; undefined where a round was not taken. */
export type Results = Readonly<Partial<Record<Round, readonly number[]>>>;

const KEY = "neural-viz.beliefs";

/** Whether something that was kept answers each of the present questions. */
export const isResults = (value: unknown): value is Results =>
  typeof value === "object" && value !== null && Object.values(value).every(answersAll);

const answersAll = (answers: unknown): boolean =>
  Array.isArray(answers) &&
  answers.length === beliefs.length &&
  beliefs.every(
    ({ options }, i) => Number.isInteger(answers[i]) && options[Number(answers[i])] !== undefined,
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
