/**
 * What a tab remembers of the exercise that is open: what was typed, which stages are worked out, and the order of lines. It's
 * kept as long as the tab, so a reload loses nothing, and another exercise begins empty.
 */
import { attempt, type ExerciseStage, exerciseStages, readJson, schema } from "@neural-viz/engine";
import { useEffect, useState } from "react";
import type { Entries } from "./progress.ts";

export interface Saved {
  readonly entries: Entries;
  readonly worked: readonly ExerciseStage[];
  /** The numbers of lines, first to last. */
  readonly order: readonly number[];
}

export const nothingSaved: Saved = { entries: {}, worked: [], order: [] };

const KEY = "neural-viz.exercise";
/** The most lines and characters that are read. */
const MAX_LINES = 400;

const text: schema.Schema<string> = (value, where) => schema.text(/^[^]{0,100}$/)(value, where);

const entry = schema.object({
  text,
  checked: schema.boolean,
  shown: schema.boolean,
  hints: schema.whole(0, 3),
});

const saved = schema.object({
  fragment: schema.text(),
  entries: schema.record(entry),
  worked: schema.list(schema.oneOf(exerciseStages)),
  order: schema.list(schema.whole(0, MAX_LINES)),
});

/** Reads what was written for the exercise of this fragment; nothing if it's another one's, or can't be read. */
export function readSaved(written: string | null, fragment: string): Saved {
  const read = attempt(() => saved(readJson(written ?? "{}", KEY), ""));
  if (!read.ok || read.value.fragment !== fragment) return nothingSaved;
  const { entries, worked, order } = read.value;
  return { entries, worked, order };
}

export const writeSaved = (fragment: string, state: Saved): string => JSON.stringify({ fragment, ...state });

/** What is saved for the exercise of this fragment, and how to change it. */
export function useSaved(
  fragment: string,
): readonly [saved: Saved, change: (change: (before: Saved) => Saved) => void] {
  const [state, setState] = useState(() => stored(fragment));
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, writeSaved(fragment, state));
    } catch {
      // Full or forbidden: the page works without it.
    }
  }, [fragment, state]);
  return [state, setState];
}

function stored(fragment: string): Saved {
  try {
    return readSaved(sessionStorage.getItem(KEY), fragment);
  } catch {
    return nothingSaved; // the browser forbids it
  }
}
