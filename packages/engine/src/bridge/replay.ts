/**
 * One optimizer step after the other, with bounds, by the derivations of the optimizers' registry.
 *
 * The state between the steps is rebuilt from the recorded gradients, or is the recorded one. Each known mistake of an
 * optimizer step is a variation of the rule.
 */
import type { Expression } from "../math/expression.ts";
import type { Optimizer } from "../nn/optimizer.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { type Bounded, type Bounds, evaluateBounded, exactly, rounded } from "./bounded.ts";
import type { Precision } from "./dtype.ts";
import type { RecordedOptimizer } from "./recording.ts";

/** The rule of an update for one weight: its lines, its hyperparameters, and what it keeps between updates. */
export interface UpdateRule {
  readonly derivation: Optimizer["derivation"];
  readonly hyper: Readonly<Record<string, number>>;
  readonly slots: readonly string[];
}

/** An update to replay. What isn't known is undefined. */
export interface Step {
  readonly t: number;
  readonly optimizer: RecordedOptimizer | undefined;
  readonly params: Float64Array | undefined;
  readonly gradient: Float64Array | undefined;
  readonly state: Readonly<Record<string, Float64Array>> | undefined;
  /** How many points the update used, and all points. */
  readonly count: number;
  readonly points: number;
  /** Whether an epoch begins here: the batch shows a point again, or all points have been seen. */
  readonly epochBegins: boolean;
}

/** How a loop's step departs from its optimizer's. */
export interface StepVariation {
  /** The rule it follows instead; undefined where the mistake can't be made with this optimizer. */
  readonly rule?: (
    right: UpdateRule,
    step: Step & { readonly optimizer: RecordedOptimizer },
  ) => UpdateRule | undefined;
  /** Uses the gradient of the update before; in the first update its own, or none. */
  readonly stale?: "own" | "none";
  /** Whether it starts with a new optimizer at a step. */
  readonly resets?: (step: Step, updates: number) => boolean;
}

/** The rule of an optimizer. PyTorch's weight decay adds λw to the gradient before anything else. */
export function ruleOf({ choice, weightDecay }: RecordedOptimizer): UpdateRule {
  const { name, ...hyper } = choice;
  const { derivation, slots } = optimizerOf(name);
  const rule = { derivation, slots, hyper: hyper as unknown as Record<string, number> };
  return weightDecay === 0 ? rule : coupled(rule, weightDecay);
}

/** The rule with λw added to the gradient. */
export function coupled({ derivation, hyper, slots }: UpdateRule, weightDecay: number): UpdateRule {
  return {
    derivation: [["g", ["+", "g", ["*", "coupledDecay", "w"]]], ...derivation],
    hyper: { ...hyper, coupledDecay: weightDecay },
    slots,
  };
}

/** Replays updates. */
export interface Replay {
  /** The parameters after this update, with bounds; undefined where they can't be known. */
  next(step: Step): Bounds | undefined;
}

/** A replay of a loop for `size` parameters. */
export function createReplay(size: number, precision: Precision, variation: StepVariation = {}): Replay {
  let state = new Map<string, Bounded[]>();
  let known = true;
  let name: string | undefined;
  /** t of the optimizer's first update, and of the update that would come next. */
  let start = 0;
  let expected = 0;
  let before: Float64Array | undefined = variation.stale === "none" ? new Float64Array(size) : undefined;

  function begin(t: number): void {
    state = new Map();
    known = true;
    start = t;
  }

  function gradientAt({ gradient }: Step): Float64Array | undefined {
    const used = variation.stale === undefined ? gradient : (before ?? gradient);
    before = gradient;
    return used;
  }

  return {
    next(step) {
      const { t, optimizer, params, state: recorded } = step;
      if (t !== expected) {
        known = false;
        before = undefined;
      }
      expected = t + 1;
      const gradient = gradientAt(step);
      if (optimizer === undefined) return undefined;
      const changes = name !== undefined && name !== optimizer.choice.name;
      name = optimizer.choice.name;
      if (changes || variation.resets?.(step, t - start) === true) begin(t);
      const right = ruleOf(optimizer);
      const rule = variation.rule === undefined ? right : variation.rule(right, { ...step, optimizer });
      if (recorded !== undefined && right.slots.every((slot) => recorded[slot] !== undefined)) {
        known = true;
        for (const slot of right.slots) state.set(slot, Array.from(recorded[slot]!, exactly));
      }
      if (rule === undefined || gradient === undefined || params === undefined) {
        known = false;
        return undefined;
      }
      if (!known && rule.slots.length > 0) return undefined;
      return apply(rule, state, params, gradient, t - start + 1, precision);
    },
  };
}

/** One update of all parameters. The state is replaced by the new one. */
function apply(
  rule: UpdateRule,
  state: Map<string, Bounded[]>,
  params: Float64Array,
  gradient: Float64Array,
  t: number,
  precision: Precision,
): Bounds {
  const constants = new Map<string, Bounded>([["t", exactly(t)]]);
  for (const [key, value] of Object.entries(rule.hyper)) constants.set(key, rounded(value, precision));
  const derivation = rule.derivation.map(
    ([becomes, expression]) => [becomes, withConstants(expression, constants, precision)] as const,
  );
  const slots = rule.slots.map((slot) => {
    const values = state.get(slot) ?? Array.from(params, () => exactly(0));
    state.set(slot, values);
    return [slot, values] as const;
  });
  const after = { values: new Float64Array(params.length), errors: new Float64Array(params.length) };
  const names = new Map<string, Bounded>();
  const valueOf = (name: string): Bounded => names.get(name) ?? constants.get(name)!;
  for (let i = 0; i < params.length; i++) {
    names.clear();
    names.set("w", exactly(params[i]!));
    names.set("g", exactly(gradient[i]!));
    for (const [slot, values] of slots) names.set(slot, values[i]!);
    for (const [becomes, expression] of derivation) {
      names.set(becomes, evaluateBounded(expression, valueOf, precision));
    }
    for (const [slot, values] of slots) values[i] = names.get(slot)!;
    const { value, error } = names.get("w")!;
    after.values[i] = value;
    after.errors[i] = error;
  }
  return after;
}

/** The expression with each part that is the same for all parameters, such as 1 − β₁ᵗ, under a name among the constants. */
function withConstants(
  expression: Expression,
  constants: Map<string, Bounded>,
  precision: Precision,
): Expression {
  if (typeof expression !== "object") return expression;
  const [operator, ...operands] = expression;
  const reduced = operands.map((operand) => withConstants(operand, constants, precision));
  const isConstant = (part: Expression): boolean => typeof part === "number" || constants.has(part as string);
  if (!reduced.every(isConstant)) return [operator, ...reduced];
  const name = JSON.stringify(expression);
  constants.set(
    name,
    evaluateBounded([operator, ...reduced], (one) => constants.get(one)!, precision),
  );
  return name;
}
