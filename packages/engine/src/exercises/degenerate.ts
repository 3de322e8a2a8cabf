/** The rules by which a variant of an exercise is rejected: what makes a bad question of it, whatever its numbers are. */
import { rejections as text } from "#text/exercises";
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { activations, type ActivationName } from "../nn/activations.ts";
import { contains, type Interval, overlap } from "../math/interval.ts";
import { type Expression, idsOf } from "../math/expression.ts";
import { SATURATED_SLOPE } from "../nn/unitHealth.ts";
import { derive, valueOf } from "../quantities/index.ts";
import { outputOf, outputsOf } from "../quantities/parts.ts";
import type { Run } from "../quantities/run.ts";
import type { Message } from "../text/message.ts";
import { toDigits } from "./digits.ts";
import type { NumbersExercise } from "./exercise.ts";
import { rangesOf } from "./ranges.ts";
import type { Answer, Solution } from "./solution.ts";

/** The widest range of right answers, as a share of the right one. */
export const MAX_WIDTH = 0.05;

/** A rule's name, and what's wrong in words. */
export interface Rejection {
  readonly rule: keyof typeof rules;
  readonly message: Message;
}

interface Case {
  readonly exercise: NumbersExercise;
  readonly solution: Solution;
  /** The range of a quantity of the exercise, asked or not. */
  readonly rangeOf: (id: QuantityId) => Interval;
}

/** One rule: the reason for which an exercise breaks it, or nothing. */
type Rule = (at: Case) => Message | undefined;

const rules = {
  notFinite: ({ solution: { answers } }) => {
    const found = answers.find(({ value, range }) => !Number.isFinite(value + range.low + range.high));
    if (found === undefined) return undefined;
    return Number.isFinite(found.value) ? text.unbounded(found) : text.notFinite(found);
  },
  deadRelu: (at) => {
    const found = unitsOf(at).find(({ activation, a }) => activation === "relu" && a <= 0);
    return found && text.deadRelu(found);
  },
  saturated: (at) => {
    const found = unitsOf(at).find(({ activation, a }) => {
      const { slope, steepest } = activations[activation];
      return (
        steepest * SATURATED_SLOPE > Math.abs(slope(a)) && activation !== "relu" && activation !== "leakyRelu"
      );
    });
    return found && text.saturated(found);
  },
  zero: ({ exercise: { digits }, solution: { answers } }) => {
    const found = answers.find(({ value }) => Math.abs(value) < 0.5 * Number(`1e-${digits}`));
    return found && text.zero({ id: found.id, digits });
  },
  tie: (at) => tiedOf(at),
  coincide: ({ exercise: { digits }, solution: { run, answers } }) => {
    const same = ([a, b]: readonly [Answer, Answer]) =>
      toDigits(a.value, digits) === toDigits(b.value, digits) &&
      areConfusable(run, a, b) &&
      !isSameByDefinition(run, a, b);
    const found = pairsOf(answers).find(same);
    return found && text.coincide({ id: found[1].id, other: found[0].id });
  },
  mistake: ({ solution: { answers } }) => {
    for (const { id, range, mistakes } of answers) {
      const found = mistakes.find(({ value }) => contains(range, value));
      if (found !== undefined) return text.mistake({ id, mistake: found.text });
    }
    return undefined;
  },
  wide: ({ solution: { answers } }) => {
    const found = answers.find(({ value, range }) => range.high - range.low > MAX_WIDTH * Math.abs(value));
    return found && text.wide({ id: found.id, percent: 100 * MAX_WIDTH });
  },
} satisfies Record<string, Rule>;

/** Rules about numbers that are typed in. Lines that are read or put in order have none. */
const typed: ReadonlySet<keyof typeof rules> = new Set<keyof typeof rules>(["coincide", "mistake", "wide"]);

/** Why a variant of an exercise is rejected: the first rule that it breaks. */
export function rejectionOf(exercise: NumbersExercise, solution: Solution): Rejection | undefined {
  const { answer: rangeOf } = rangesOf(solution.run, exercise);
  for (const [rule, check] of Object.entries(rules) as [keyof typeof rules, Rule][]) {
    if (typed.has(rule) && exercise.style !== "blanks") continue;
    const message = check({ exercise, solution, rangeOf });
    if (message !== undefined) return { rule, message };
  }
  return undefined;
}

const pairsOf = (answers: readonly Answer[]): (readonly [Answer, Answer])[] =>
  answers.flatMap((a, i) => answers.slice(i + 1).map((b) => [a, b] as const));

/**
 * Whether one number could be taken for the other: they are of the same kind and layer, or one is computed from the other. Among
 * hundreds of numbers some meet by chance. Parameters follow from their own old values, so it doesn't matter if they meet.
 */
function areConfusable(run: Run, a: Answer, b: Answer): boolean {
  const [left, right] = [idOf(a.id), idOf(b.id)];
  if (isInputOf(run, a.id, b.id) || isInputOf(run, b.id, a.id)) return true;
  if (left.kind !== right.kind || left.kind === "parameter" || left.kind === "gradient") return false;
  return !("l" in left && "l" in right) || left.l === right.l;
}

/**
 * Whether two numbers are equal whatever the seed: the gradient of a bias is its δ, a ReLU passes a positive z on, and δ of
 * another class is its probability minus 0.
 */
function isSameByDefinition(run: Run, a: Answer, b: Answer): boolean {
  const [left, right] = [rootOf(run, a.id), rootOf(run, b.id)];
  return (
    left === right || (a.value === b.value && (isInputOf(run, left, right) || isInputOf(run, right, left)))
  );
}

const isInputOf = (run: Run, id: QuantityId, user: QuantityId): boolean =>
  idsOf(derive(run, idOf(user)).expression ?? 0).includes(id);

/** The quantity that another one only repeats, as the gradient of a bias and the mean of one term do. */
function rootOf(run: Run, id: QuantityId): QuantityId {
  const { expression } = derive(run, idOf(id));
  const one = Array.isArray(expression) && expression[0] === "mean" && expression.length === 2;
  const repeated = one ? (expression[1] as Expression) : expression;
  return typeof repeated === "string" ? rootOf(run, repeated as QuantityId) : id;
}

/** A unit with an activation of its own, and what it outputs for the point of the exercise. */
interface ActiveUnit {
  readonly l: number;
  readonly j: number;
  readonly activation: ActivationName;
  readonly a: number;
}

/** The hidden units, and the outputs that aren't a softmax. */
function unitsOf({ exercise: { sample, t }, solution: { run } }: Case): ActiveUnit[] {
  const point = { kind: "sample", s: sample } as const;
  const last = run.network.layers.length;
  return run.network.layers.flatMap(({ activation, fanOut }, i) =>
    activation === "softmax"
      ? []
      : Array.from({ length: fanOut }, (_, k) => {
          const [l, j] = [i + 1, k + 1];
          const id = l === last ? outputOf(run, j, point, t) : ids.a.of(l, j, sample, t);
          return { l, j, activation, a: valueOf(run, id) };
        }),
  );
}

/** A z at a kink, a probability at ½, or two outputs that could change places. */
function tiedOf(at: Case): Message | undefined {
  const { exercise, solution, rangeOf } = at;
  const { sample, t } = exercise;
  const { run } = solution;
  const point = { kind: "sample", s: sample } as const;
  const kink = unitsOf(at).find(
    ({ l, j, activation }) =>
      activations[activation].kinked && contains(rangeOf(ids.z.of(l, j, sample, t)), 0),
  );
  if (kink !== undefined) return text.kink(kink);
  if (!run.network.head.classifies) return undefined;
  const outputs = outputsOf(run).map((j) => rangeOf(outputOf(run, j, point, t)));
  if (outputs.length === 1) return contains(outputs[0]!, 0.5) ? text.half() : undefined;
  const [first, second] = outputs.toSorted((a, b) => b.high - a.high);
  return overlap(first!, second!) ? text.largest() : undefined;
}
