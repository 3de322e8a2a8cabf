/** Checks an answer that a learner typed, and recognizes common mistakes. */
import { verdicts } from "#text/commonMistakes";
import type { Message } from "../text/message.ts";
import { readId } from "../ids/index.ts";
import { evaluate, type Expression } from "../math/expression.ts";
import { format } from "../math/format.ts";
import { derive, commonMistakesOf, valueOf } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";

/** The result of checking a typed number. */
export interface AnswerCheck {
  readonly correct: boolean;
  /** The common mistake, if it is one. */
  readonly commonMistake?: Message;
  /** The feedback, including the common mistake. */
  readonly message: Message;
}

/** Checks a number typed for the quantity with this id. It's correct if it's the value at the typed precision, two digits at least. @throws UnknownQuantity */
export function checkAnswer(run: Run, text: string, typed: number): AnswerCheck {
  const id = readId(text);
  const { value, expression } = derive(run, id);
  if (agrees(typed, value)) return { correct: true, message: verdicts.correct({ value: format(value) }) };
  const at = (part: Expression): number => evaluate(part, (input) => valueOf(run, input));
  const found = commonMistakesOf({ run, id, value, expression, at }).find(
    (mistake) => agrees(typed, mistake.value) && !agrees(mistake.value, value),
  );
  if (found !== undefined) {
    return { correct: false, commonMistake: found.text, message: verdicts.mistake({ mistake: found.text }) };
  }
  const sameSign = Math.sign(typed) === Math.sign(value);
  return { correct: false, message: sameSign ? verdicts.signIsRight() : verdicts.signIsWrong() };
}

/** The numbers that a person calculates with are printed to four digits, so a result from them may be off by this share. */
const PRINTED = 1e-3;

/**
 * Whether a value equals the typed number at the number of typed digits (two to four), give or take what comes from
 * calculating with printed numbers.
 */
function agrees(typed: number, value: number): boolean {
  if (typed === value) return true;
  if (typed === 0) return false;
  const digits = Math.min(4, Math.max(2, significantDigits(typed)));
  const unit = 10 ** (Number(typed.toExponential().split("e")[1]) - digits + 1);
  return Math.abs(typed - value) <= unit / 2 + PRINTED * Math.abs(value);
}

function significantDigits(typed: number): number {
  return typed.toExponential().replace(/e.*/, "").replaceAll(/[^\d]/g, "").length;
}
