/** How far one has come in the lessons, kept on this device alone. */
import { schema } from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Guess } from "./contract.ts";
import { load, save } from "./storage.ts";

export interface LessonProgress {
  /** The step where one was last, from 1. */
  readonly step: number;
  /** What was answered, by the steps' numbers. */
  readonly guesses: Readonly<Record<number, Guess>>;
  readonly finished: boolean;
}

type Progress = Readonly<Record<string, LessonProgress>>;

const KEY = "neural-viz.lessons";
const none: LessonProgress = { step: 1, guesses: {}, finished: false };

/** What a guess may be depends on its step, which looks at it when it is shown. */
const guesses = schema.record(schema.anything) as schema.Schema<LessonProgress["guesses"]>;

const all = schema.record(
  schema.object(
    { step: schema.whole(1, Infinity), guesses, finished: schema.boolean },
    { others: "ignored" },
  ),
);

const progress = createStore<Progress>(() => load(KEY, all) ?? {});

/** How far one has come in a lesson. */
export function useProgress(name: string): LessonProgress {
  return useStore(progress, (lessons) => lessons[name] ?? none);
}

/** How far one has come in a lesson, now. */
export function progressOf(name: string): LessonProgress {
  return progress.getState()[name] ?? none;
}

export function noteStep(name: string, step: number): void {
  note(name, { step });
}

export function noteFinished(name: string): void {
  note(name, { finished: true });
}

/** Keeps a guess, or forgets it. */
export function noteGuess(name: string, step: number, guess: Guess | undefined): void {
  const { [step]: _, ...others } = progressOf(name).guesses;
  note(name, { guesses: guess === undefined ? others : { ...others, [step]: guess } });
}

function note(name: string, changes: Partial<LessonProgress>): void {
  progress.setState({ [name]: { ...progressOf(name), ...changes } });
  save(KEY, progress.getState());
}
