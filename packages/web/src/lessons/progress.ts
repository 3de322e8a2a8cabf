/** The learner's progress in the lessons, saved only on this device. */
import { schema } from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Guess } from "./contract.ts";
import { load, save } from "./storage.ts";

export interface LessonProgress {
  /** The last step, from 1. */
  readonly step: number;
  /** The answers, by step number. */
  readonly guesses: Readonly<Record<number, Guess>>;
  readonly finished: boolean;
}

type Progress = Readonly<Record<string, LessonProgress>>;

const KEY = "neural-viz.lessons";
const none: LessonProgress = { step: 1, guesses: {}, finished: false };

/** Each step checks its own guess when it is shown. */
const guesses = schema.record(schema.anything) as schema.Schema<LessonProgress["guesses"]>;

const all = schema.record(
  schema.object(
    { step: schema.whole(1, Infinity), guesses, finished: schema.boolean },
    { others: "ignored" },
  ),
);

const progress = createStore<Progress>(() => load(KEY, all) ?? {});

/** The progress in a lesson, kept up to date. */
export function useProgress(name: string): LessonProgress {
  return useStore(progress, (lessons) => lessons[name] ?? none);
}

/** The current progress in a lesson. */
export function progressOf(name: string): LessonProgress {
  return progress.getState()[name] ?? none;
}

export function noteStep(name: string, step: number): void {
  note(name, { step });
}

export function noteFinished(name: string): void {
  note(name, { finished: true });
}

/** Saves a guess, or forgets it if undefined. */
export function noteGuess(name: string, step: number, guess: Guess | undefined): void {
  const { [step]: _, ...others } = progressOf(name).guesses;
  note(name, { guesses: guess === undefined ? others : { ...others, [step]: guess } });
}

function note(name: string, changes: Partial<LessonProgress>): void {
  progress.setState({ [name]: { ...progressOf(name), ...changes } });
  save(KEY, progress.getState());
}
