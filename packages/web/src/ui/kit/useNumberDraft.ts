import { parseNumber } from "./parseNumber.ts";
import { useState } from "react";
import { messages } from "#text/kit";

interface NumberRange {
  /** What the number is called, as a sentence would begin with it: "Learning rate". */
  label: string;
  value: number;
  min: number;
  max: number;
  /** What is wanted, when it is not simply min to max: a sentence's end, or undefined when the number fits. */
  violation?: ((value: number) => string | undefined) | undefined;
  /** Only whole numbers. */
  whole?: boolean;
  /** How a number is written, in the field and in the sentence about what is wanted. */
  format: (value: number) => string;
  onChange: (value: number) => void;
}

/** A number that is being typed. `problem` is one sentence: what was found, and what is wanted. */
export interface NumberDraft {
  text: string;
  problem: string | undefined;
  /** A key was pressed. */
  type: (text: string) => void;
  /** Enter, or the field was left: takes the number, or says why not and keeps what was typed. */
  commit: () => void;
  /** Escape, or the value was set by other means: back to the value. */
  discard: () => void;
}

/**
 * Keeps what is typed apart from the value until it is a number in range. When the value changes from
 * elsewhere, what was typed belongs to the past and goes.
 */
export function useNumberDraft(range: NumberRange): NumberDraft {
  const [draft, setDraft] = useState<{ text: string; over: number; told: boolean }>();
  const open = draft?.over === range.value ? draft : undefined;
  const found = open && read(open.text, range);

  return {
    text: open?.text ?? range.format(range.value),
    problem: open?.told === true && found?.ok === false ? found.why : undefined,
    // The sentence comes when the field is left, not in the middle of a number; then it follows each key.
    type: (text) => setDraft({ text, over: range.value, told: open?.told ?? false }),
    commit() {
      if (open === undefined) return;
      if (found?.ok === true) {
        setDraft(undefined);
        if (found.value !== range.value) range.onChange(found.value);
      } else {
        setDraft({ ...open, told: true });
      }
    },
    discard: () => setDraft(undefined),
  };
}

type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly why: string };

/** The number that was typed, or the sentence that says what is wrong with it. */
function read(text: string, { label, min, max, violation, whole, format }: NumberRange): Typed {
  const typed = text.trim();
  const value = parseNumber(typed);
  const problem = (fits: string): Typed => ({ ok: false, why: messages.mustBe(label, fits, typed) });
  if (violation !== undefined) {
    const fits = violation(value);
    if (typed === "" || !Number.isFinite(value)) return problem(fits ?? messages.aNumber);
    return fits === undefined ? { ok: true, value } : problem(fits);
  }
  const inRange = whole === true ? messages.wholeNumberIn : messages.numberIn;
  const fits =
    Number.isFinite(value) && (whole !== true || Number.isInteger(value)) && value >= min && value <= max;
  if (typed === "" || !fits) return problem(inRange(format(min), format(max)));
  return { ok: true, value };
}
