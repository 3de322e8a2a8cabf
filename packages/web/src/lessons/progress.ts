/** How far one has come in the lessons, kept on this device alone. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Guess } from "./contract.ts";
import { keep, recall } from "./kept.ts";

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

const progress = createStore<Progress>(() => recall(KEY, isProgress) ?? {});

function isProgress(value: unknown): value is Progress {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every(
      (one: unknown) =>
        typeof one === "object" &&
        one !== null &&
        "step" in one &&
        Number.isInteger(one.step) &&
        "guesses" in one &&
        typeof one.guesses === "object" &&
        one.guesses !== null &&
        "finished" in one &&
        typeof one.finished === "boolean",
    )
  );
}

/** How far one has come in a lesson. */
export function useProgress(name: string): LessonProgress {
  return useStore(progress, (all) => all[name] ?? none);
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

function note(name: string, news: Partial<LessonProgress>): void {
  progress.setState({ [name]: { ...progressOf(name), ...news } });
  keep(KEY, progress.getState());
}
