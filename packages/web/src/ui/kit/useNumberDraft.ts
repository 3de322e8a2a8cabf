import { parseNumber } from "./parseNumber.ts";
import { useState } from "react";
import { messages } from "#text/kit";

interface NumberRange {
  /** The name of the number, as the start of a sentence: "Learning rate". */
  label: string;
  value: number;
  min: number;
  max: number;
  /**
   * What the number must be, as the end of a sentence, or undefined if it is allowed; for rules other than min to
   * max.
   */
  violation?: ((value: number) => string | undefined) | undefined;
  /** Only whole numbers. */
  whole?: boolean;
  /** Formats a number for the field and for the sentence about a problem. */
  format: (value: number) => string;
  onChange: (value: number) => void;
}

/** A number that is being typed. `problem` is one sentence: what was typed, and what is allowed. */
export interface NumberDraft {
  text: string;
  problem: string | undefined;
  /** Called when the text changes. */
  type: (text: string) => void;
  /** Called on Enter or when the focus leaves: takes the number, or shows the problem and keeps the text. */
  commit: () => void;
  /** Called on Escape: goes back to the value. */
  discard: () => void;
}

/**
 * Keeps the typed text apart from the value until it is a number in range. When the value changes elsewhere, the text
 * is dropped.
 */
export function useNumberDraft(range: NumberRange): NumberDraft {
  const [draft, setDraft] = useState<{ text: string; over: number; told: boolean }>();
  const open = draft?.over === range.value ? draft : undefined;
  const found = open && read(open.text, range);

  return {
    text: open?.text ?? range.format(range.value),
    problem: open?.told === true && found?.ok === false ? found.why : undefined,
    // The problem appears when the focus leaves the field, not in the middle of a number. From then on it follows
    // each key.
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

/** The typed number, or the sentence that says what is wrong with it. */
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
