/** The known mistakes of an optimizer step: each is a variation of the optimizer's rule. */
import { mistakeDescriptions, mistakeNames } from "#text/bridge";
import { type Expression, substitute } from "../../math/expression.ts";
import type { Message } from "../../text/message.ts";
import { optimizerOf, type OptimizerName } from "../../nn/optimizers/index.ts";
import { coupled, type StepVariation, type UpdateRule } from "../replay.ts";

/** The name of a mistake of the update. */
export type UpdateMistakeName = keyof typeof mistakeNames;

/** A mistake of the update. */
export interface UpdateMistake {
  readonly name: UpdateMistakeName;
  readonly label: string;
  /** What the loop does wrong. */
  readonly description: Message;
  /** The loops that make it. */
  readonly loops: readonly StepVariation[];
}

/** The rule with another line for a name; undefined where the rule has no such line. */
function withLine(
  rule: UpdateRule,
  name: string,
  line: (expression: Expression) => Expression | undefined,
): UpdateRule | undefined {
  const old = rule.derivation.find(([becomes]) => becomes === name);
  const changed = old === undefined ? undefined : line(old[1]);
  if (changed === undefined) return undefined;
  return {
    ...rule,
    derivation: rule.derivation.map((each) => (each === old ? [name, changed] : each)),
  };
}

/** Replaces each part of an expression that `change` has something else for. */
function replaced(expression: Expression, change: (part: Expression) => Expression | undefined): Expression {
  const other = change(expression);
  if (other !== undefined) return other;
  if (typeof expression !== "object") return expression;
  const [operator, ...operands] = expression;
  return [operator, ...operands.map((operand) => replaced(operand, change))];
}

/** The rule with every line changed; undefined where nothing was to change. */
function everywhere(
  rule: UpdateRule,
  change: (part: Expression) => Expression | undefined,
): UpdateRule | undefined {
  const derivation = rule.derivation.map(
    ([becomes, expression]) => [becomes, replaced(expression, change)] as const,
  );
  const same = JSON.stringify(derivation) === JSON.stringify(rule.derivation);
  return same ? undefined : { ...rule, derivation };
}

const scaled = (rule: UpdateRule, factor: number): UpdateRule => ({
  ...rule,
  hyper: { ...rule.hyper, learningRate: rule.hyper["learningRate"]! * factor },
});

/** The same with AdamW's shrinking of the weights as it should be. */
const scaledStep = (rule: UpdateRule, factor: number): UpdateRule | undefined => {
  const { weightDecay } = rule.hyper;
  if (weightDecay === undefined) return undefined;
  const all = scaled(rule, factor);
  return { ...all, hyper: { ...all.hyper, weightDecay: weightDecay / factor } };
};

/** The rule of another optimizer with the same hyperparameters. */
const asRuleOf = (rule: UpdateRule, name: OptimizerName): UpdateRule => {
  const lines = optimizerOf(name).derivation;
  const decay = rule.derivation.filter(([becomes]) => becomes === "g");
  return { ...rule, derivation: [...decay, ...lines] };
};

const mixed: Partial<Record<OptimizerName, OptimizerName>> = { momentum: "nesterov", nesterov: "momentum" };

const root = (part: Expression): Expression | undefined =>
  Array.isArray(part) && part[0] === "+" && part[2] === "eps" && isRoot(part[1])
    ? ["sqrt", ["+", part[1][1], "eps"]]
    : undefined;
const isRoot = (part: Expression): part is readonly ["sqrt", Expression] =>
  typeof part === "object" && part[0] === "sqrt";

const swap: Readonly<Record<string, string>> = { beta1: "beta2", beta2: "beta1" };

/** The known mistakes of an optimizer step. */
export const updateMistakes: readonly UpdateMistake[] = [
  {
    name: "learningRateScaled",
    label: mistakeNames.learningRateScaled,
    description: mistakeDescriptions.learningRateScaled(),
    loops: [
      { rule: (right, { count }) => scaled(right, count) },
      { rule: (right, { count }) => scaled(right, 1 / count) },
      { rule: (right, { count }) => scaledStep(right, count) },
      { rule: (right, { count }) => scaledStep(right, 1 / count) },
    ],
  },
  {
    name: "stepSignFlipped",
    label: mistakeNames.stepSignFlipped,
    description: mistakeDescriptions.stepSignFlipped(),
    loops: [
      {
        rule: (right) =>
          withLine(right, "w", (line) =>
            typeof line === "object" && line[0] === "-" ? (["+", ...line.slice(1)] as Expression) : undefined,
          ),
      },
    ],
  },
  {
    name: "momentumDampened",
    label: mistakeNames.momentumDampened,
    description: mistakeDescriptions.momentumDampened(),
    loops: [
      {
        rule: (right) =>
          right.hyper["momentum"] === undefined
            ? undefined
            : withLine(right, "v", () => ["+", ["*", "momentum", "v"], ["*", ["-", 1, "momentum"], "g"]]),
      },
    ],
  },
  {
    name: "nesterovMixed",
    label: mistakeNames.nesterovMixed,
    description: mistakeDescriptions.nesterovMixed(),
    loops: [
      {
        rule: (right, { optimizer }) => {
          const other = mixed[optimizer.choice.name];
          return other === undefined ? undefined : asRuleOf(right, other);
        },
      },
    ],
  },
  {
    name: "biasCorrectionMissing",
    label: mistakeNames.biasCorrectionMissing,
    description: mistakeDescriptions.biasCorrectionMissing(),
    loops: [
      {
        rule: (right) => {
          const first = withLine(right, "mhat", () => "m");
          return first === undefined ? undefined : withLine(first, "vhat", () => "v");
        },
      },
    ],
  },
  {
    name: "biasCorrectionOffByOne",
    label: mistakeNames.biasCorrectionOffByOne,
    description: mistakeDescriptions.biasCorrectionOffByOne(),
    loops: [{ rule: (right) => everywhere(right, (part) => (part === "t" ? ["+", "t", 1] : undefined)) }],
  },
  {
    name: "epsilonInsideRoot",
    label: mistakeNames.epsilonInsideRoot,
    description: mistakeDescriptions.epsilonInsideRoot(),
    loops: [{ rule: (right) => everywhere(right, root) }],
  },
  {
    name: "betasSwapped",
    label: mistakeNames.betasSwapped,
    description: mistakeDescriptions.betasSwapped(),
    loops: [
      {
        rule: (right) =>
          right.hyper["beta1"] === undefined
            ? undefined
            : {
                ...right,
                derivation: right.derivation.map(
                  ([becomes, line]) => [becomes, substitute(line, (name) => swap[name] ?? name)] as const,
                ),
              },
      },
    ],
  },
  {
    name: "weightDecayCoupled",
    label: mistakeNames.weightDecayCoupled,
    description: mistakeDescriptions.weightDecayCoupled(),
    loops: [
      {
        rule(right, { optimizer: { choice } }) {
          if (choice.name !== "adamw") return undefined;
          return coupled({ ...right, derivation: optimizerOf("adam").derivation }, choice.weightDecay);
        },
      },
    ],
  },
  {
    name: "weightDecayDecoupled",
    label: mistakeNames.weightDecayDecoupled,
    description: mistakeDescriptions.weightDecayDecoupled(),
    loops: [
      {
        rule(right, { optimizer: { choice, weightDecay } }) {
          if (weightDecay === 0) return undefined;
          const { derivation } = optimizerOf(choice.name);
          const shrunk: Expression = ["*", "w", ["-", 1, ["*", "learningRate", "coupledDecay"]]];
          return withLine({ ...right, derivation }, "w", (line) =>
            substitute(line, (name) => (name === "w" ? shrunk : name)),
          );
        },
      },
    ],
  },
  {
    name: "optimizerReset",
    label: mistakeNames.optimizerReset,
    description: mistakeDescriptions.optimizerReset(),
    loops: [
      { resets: ({ epochBegins }) => epochBegins },
      { resets: ({ count, points }, updates) => updates >= Math.ceil(points / count) },
      { resets: ({ count, points }, updates) => updates >= Math.floor(points / count) },
    ],
  },
  {
    name: "staleGradient",
    label: mistakeNames.staleGradient,
    description: mistakeDescriptions.staleGradient(),
    loops: [{ stale: "own" }, { stale: "none" }],
  },
];
