/** Answers to "what is this number?": whether one is right, and which usual slip it is when it is not. */
import { evaluate, type Expression } from "../math/expression.ts";
import { format } from "../math/format.ts";
import { derive, valueOf } from "./derive.ts";
import { readId } from "./parts.ts";
import { type Id, idText } from "./ids.ts";
import type { Derivation, Run } from "./state.ts";

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
  const derivation = derive(run, id);
  if (agrees(typed, derivation.value)) return { right: true, words: `Right: ${format(derivation.value)}.` };
  const slip = slipsOf(run, id, derivation).find(
    ({ value }) => agrees(typed, value) && !agrees(value, derivation.value),
  );
  const hint =
    Math.sign(typed) === Math.sign(derivation.value) ? "The sign is right." : "Even the sign is another.";
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

interface Slip {
  readonly value: number;
  readonly words: string;
}

function slipsOf(run: Run, id: Id, { value, expression }: Derivation): Slip[] {
  const at = (part: Expression): number => evaluate(part, (text) => valueOf(run, text));
  const flipped = { value: -value, words: "Sign flipped." };
  if (!Array.isArray(expression)) return [flipped];
  const operands = expression.slice(1) as Expression[];
  switch (id.kind) {
    case "z":
      return [
        { value: at(["sum", ...operands.slice(1)]), words: "That is the answer without the bias." },
        {
          value: at(["sum", ...operands.map((term) => factorsOf(term).at(-1)!)]),
          words: "You added the inputs without their weights.",
        },
        flipped,
      ];
    case "a":
    case "p":
      return [
        { value: at(operands[0]!), words: "That is z itself, before the activation." },
        { value: 1 - value, words: "That is 1 minus the answer." },
        flipped,
      ];
    case "delta":
      return [
        { value: at(operands[0]!), words: "That is the answer without f′(z)." },
        { value: at(operands.at(-1)!), words: "That is the local slope alone." },
        flipped,
      ];
    case "ell":
      return [
        { value: otherLoss(run, id), words: "That is the price if the truth were the other class." },
        { value: value / Math.LN10, words: "You used log to base 10; here ln is meant." },
        flipped,
      ];
    case "gradient": {
      if (id.point === undefined) {
        return [
          {
            value: at(["sum", ...operands]),
            words: "That is the sum; the mean divides it by the number of points.",
          },
          flipped,
        ];
      }
      const [delta, input] = operands as [string, string];
      return [
        ...(input.startsWith("a.")
          ? [{ value: at(["*", delta, input.replace(/^a/, "z")]), words: "You used z, not a." }]
          : []),
        { value: at(delta), words: "That is δ alone; the weight's share is δ times what comes through it." },
        { value: at(input), words: "That is the input alone." },
        flipped,
      ];
    }
    case "L":
    case "Ltest":
    case "Lbatch":
      return [{ value: at(["sum", ...operands]), words: "That is the sum; the loss is the mean." }, flipped];
    case "parameter": {
      const before = at(operands[0]!);
      const step = at(operands[1]!);
      return [
        { value: before + step, words: "That is uphill: the step is subtracted." },
        { value: before, words: "That is the value before the update." },
        { value: -step, words: "That is the step alone; it starts from the value before." },
        flipped,
      ];
    }
    case "memory":
      return [
        { value: at(operands.at(-1)!), words: "That is the last part alone." },
        { value: at(operands[0]!), words: "That is the first part alone." },
        flipped,
      ];
    case "slope":
    case "x":
    case "y":
    case "conf":
    case "acc":
    case "acctest":
    case "batch":
    case "dL":
    case "predicted":
    case "difference":
    case "check":
    case "slice":
    case "init":
    case "norm":
    case "path":
    case "rng":
    case "hyper":
      return [flipped];
  }
}

function factorsOf(term: Expression): Expression[] {
  return Array.isArray(term) && term[0] === "*" ? (term.slice(1) as Expression[]) : [term];
}

/** ℓ with the other label: ℓ(1 − y) = ℓ(y) + z·y − z·(1 − y). */
function otherLoss(run: Run, id: Extract<Id, { kind: "p" | "ell" | "conf" }>): number {
  const z = valueOf(run, idText({ kind: "z", l: run.network.layers.length, j: 1, point: id.point, t: id.t }));
  const y = valueOf(run, idText({ kind: "y", point: id.point }));
  return valueOf(run, idText(id)) + z * y - z * (1 - y);
}
