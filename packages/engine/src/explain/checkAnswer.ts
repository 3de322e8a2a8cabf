/** Answers to "what is this number?": whether one is right, and which common mistake it is when it is not. */
import { verdicts } from "#text/commonMistakes";
import type { Message } from "../text/message.ts";
import { readId } from "../ids/index.ts";
import { evaluate, type Expression } from "../math/expression.ts";
import { format } from "../math/format.ts";
import { derive, commonMistakesOf, valueOf } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";

/** Whether a typed number is right. */
export interface AnswerCheck {
  readonly correct: boolean;
  /** What went wrong, where it is a common mistake. */
  readonly commonMistake?: Message;
  /** The verdict, and the mistake if it is a common one. */
  readonly message: Message;
}

/** Judges a number that was typed for a quantity. Right is what rounds to it at the precision typed, two digits at least. */
export function checkAnswer(run: Run, text: string, typed: number): AnswerCheck {
  const id = readId(text);
  const { value, expression } = derive(run, id);
  if (agrees(typed, value)) return { correct: true, message: verdicts.correct({ value: format(value) }) };
  const operands = Array.isArray(expression) ? (expression.slice(1) as Expression[]) : [];
  const at = (part: Expression): number => evaluate(part, (input) => valueOf(run, input));
  const found = commonMistakesOf({ run, id, value, operands, at }).find(
    (mistake) => agrees(typed, mistake.value) && !agrees(mistake.value, value),
  );
  if (found !== undefined) {
    return { correct: false, commonMistake: found.text, message: verdicts.mistake({ mistake: found.text }) };
  }
  const sameSign = Math.sign(typed) === Math.sign(value);
  return { correct: false, message: sameSign ? verdicts.signIsRight() : verdicts.signIsWrong() };
}

/** Whether a value, rounded to as many digits as were typed (two to four), is what was typed. */
function agrees(typed: number, value: number): boolean {
  if (typed === value) return true;
  const digits = Math.min(4, Math.max(2, significantDigits(typed)));
  return Number(value.toPrecision(digits)) === Number(typed.toPrecision(digits));
}

function significantDigits(typed: number): number {
  return typed.toExponential().replace(/e.*/, "").replaceAll(/[^\d]/g, "").length;
}
