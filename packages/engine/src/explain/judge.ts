/** Answers to "what is this number?": whether one is right, and which usual mistake it is when it is not. */
import { readId } from "../ids/index.ts";
import { evaluate, type Expression } from "../math/expression.ts";
import { format } from "../math/format.ts";
import { derive, mistakesOf, valueOf } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";

/** Whether a typed number is right, in one sentence. */
export interface Verdict {
  readonly right: boolean;
  /** Whether it is wrong in a way that is known. */
  readonly slip?: boolean;
  /** One sentence. */
  readonly words: string;
}

/** Judges a number that was typed for a quantity. Right is what rounds to it at the precision typed, two digits at least. */
export function judge(run: Run, text: string, typed: number): Verdict {
  const id = readId(text);
  const { value, expression } = derive(run, id);
  if (agrees(typed, value)) return { right: true, words: `Right: ${format(value)}.` };
  const operands = Array.isArray(expression) ? (expression.slice(1) as Expression[]) : [];
  const at = (part: Expression): number => evaluate(part, (input) => valueOf(run, input));
  const slip = mistakesOf({ run, id, value, operands, at }).find(
    (mistake) => agrees(typed, mistake.value) && !agrees(mistake.value, value),
  );
  const hint = Math.sign(typed) === Math.sign(value) ? "The sign is right." : "Even the sign is another.";
  return { right: false, slip: slip !== undefined, words: slip?.words ?? `Not yet. ${hint}` };
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
