/** Typing, checking and hints: what a person does with the blanks of an exercise. */
import { idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { useEffect, useState } from "react";
import { messages } from "#text/exercise";
import { parseNumber } from "../ui/kit/parseNumber.ts";
import { result } from "./numberText.ts";
import {
  type Book,
  type Entries,
  type Entry,
  isSettled,
  nextBlank,
  noEntry,
  type Progress,
  progressOf,
} from "./progress.ts";
import { nothingSaved, type Saved } from "./saved.ts";

/** The most hints before the answer: what the formula means, and the formula with its numbers. */
export const MAX_HINTS = 2;

/** The id of a blank's field in the document. */
export const fieldId = (id: QuantityId): string => `blank-${id}`;

export interface Blanks {
  readonly progress: Progress;
  /** The blank that was used last, or the next one. */
  readonly current: QuantityId | undefined;
  /** Another object each time a check, a hint or the next blank leads to the current one. */
  readonly led: object | undefined;
  /** What was said last, for a screen reader. */
  readonly said: string;
  readonly entryOf: (id: QuantityId) => Entry;
  /** What is wrong with what was typed, if it's no number. */
  readonly problemOf: (id: QuantityId) => string | undefined;
  readonly type: (id: QuantityId, text: string) => void;
  readonly goTo: (id: QuantityId) => void;
  readonly check: (id?: QuantityId) => void;
  readonly next: () => void;
  readonly hint: () => void;
  readonly startOver: () => void;
}

export function useBlanks(
  book: Book,
  saved: Saved,
  change: (change: (before: Saved) => Saved) => void,
): Blanks {
  const { entries } = saved;
  const progress = progressOf(book, entries, new Set(saved.worked));
  const [chosen, choose] = useState<QuantityId>();
  const [problem, setProblem] = useState<{ readonly id: QuantityId; readonly why: string }>();
  const [said, setSaid] = useState("");
  const [focused, focus] = useState<{ readonly id: QuantityId | undefined }>();
  // The field appears with the next render: a group of blanks may have to appear first.
  useEffect(() => {
    if (focused?.id === undefined) return;
    const field = document.getElementById(fieldId(focused.id));
    field?.focus({ preventScroll: true });
    field?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  const current =
    chosen !== undefined && progress.open.includes(chosen) ? chosen : nextBlank(progress, chosen);

  const entryOf = (id: QuantityId): Entry => entries[id] ?? noEntry;
  const write = (changed: Entries): Progress => {
    change((before) => ({ ...before, entries: { ...before.entries, ...changed } }));
    return progressOf(book, { ...entries, ...changed }, new Set(saved.worked));
  };
  const goTo = (id: QuantityId | undefined): void => {
    choose(id);
    focus({ id });
  };

  const check = (only?: QuantityId): void => {
    const typed = progress.blanks.filter((id) => entryOf(id).text.trim() !== "" && !entryOf(id).checked);
    const asked = only === undefined ? typed : [only];
    const wrong = (id: QuantityId | undefined): void => {
      if (id === undefined) return;
      const { text } = entryOf(id);
      const why = text.trim() === "" ? messages.nothingTyped : messages.notANumber(text);
      setProblem({ id, why });
      setSaid(why);
      goTo(id);
    };
    if (asked.length === 0) return wrong(current);
    const strange = asked.find((id) => !Number.isFinite(parseNumber(entryOf(id).text)));
    if (strange !== undefined) return wrong(strange);
    setProblem(undefined);
    const after = write(Object.fromEntries(asked.map((id) => [id, { ...entryOf(id), checked: true }])));
    setSaid(asked.map((id) => spoken(id, after, asked.length > 1)).join(" "));
    const failed = asked.find((id) => !isSettled(after.statusOf(id)));
    goTo(failed ?? nextBlank(after, asked.at(-1)));
  };

  const hint = (): void => {
    if (current === undefined) return;
    const entry = entryOf(current);
    const shown = entry.hints >= MAX_HINTS;
    const after = write({ [current]: { ...entry, hints: Math.min(MAX_HINTS, entry.hints + 1), shown } });
    if (!shown) return focus({ id: current });
    setProblem(undefined);
    setSaid(messages.isShown(result(book.answers.get(current)!.value, book.exercise.digits)));
    goTo(nextBlank(after, current));
  };

  return {
    progress,
    current,
    led: focused,
    said,
    entryOf,
    problemOf: (id) => (problem?.id === id ? problem.why : undefined),
    type(id, text) {
      choose(id);
      if (problem?.id === id) setProblem(undefined);
      write({ [id]: { ...entryOf(id), text, checked: false } });
    },
    goTo: choose,
    check,
    next: () => goTo(nextBlank(progress, current)),
    hint,
    startOver() {
      change(({ worked }) => ({ ...nothingSaved, worked }));
      setProblem(undefined);
      setSaid("");
      goTo(undefined);
    },
  };
}

/** What is said of an answer: verdict and cause. The value of a wrong one only comes when it's asked for. */
function spoken(id: QuantityId, { judgmentOf }: Progress, named: boolean): string {
  const judgment = judgmentOf(id);
  if (judgment === undefined) return "";
  const { verdict, mistake, message } = judgment;
  const isRight = verdict === "correct" || verdict === "follows";
  const sentence = isRight ? message.text : messages.notQuite(mistake?.text);
  return named ? `${plainOf(idOf(id))}: ${sentence}` : sentence;
}
