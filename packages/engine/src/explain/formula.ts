/** Expressions as TeX. */
import { predicts } from "#text/captions";
import { type Expression, idsOf } from "../math/expression.ts";
import { type Id, readId } from "../ids/index.ts";
import { numberTex } from "../ids/letters.ts";
import { momentText } from "../ids/moment.ts";
import { type Point, pointTex } from "../ids/point.ts";

/** A sum of more terms than a neuron can have runs over all parameters, and is written as such. */
const MAX_TERMS = 8;

/** How a symbol is marked as the one of an input. */
type Mark = (symbol: string, id: string) => string;

/** How symbols are written. */
interface Hand {
  /** The symbol of a quantity in this run. */
  readonly symbol: (id: Id) => string;
  /** May tie each symbol on the right to its id. */
  readonly mark: Mark;
  /** Symbols that stand for several moments: they are told apart by it. */
  readonly several: ReadonlySet<string>;
  /** Whether [s] stands for the number of every sample. */
  readonly anySample: boolean;
}

/**
 * The formula of a quantity: its symbol, and what it is equal to. `mark` may tie each symbol on the right to its id.
 */
export function formulaOf(
  id: Id,
  expression: Expression | undefined,
  symbol: Hand["symbol"],
  mark: Mark = (text) => text,
): string {
  const left = symbol(id);
  if (expression === undefined) return left;
  const several = severalMoments(id, expression, symbol);
  return `${left} = ${texOf(expression, 0, { symbol, mark, several, anySample: false })}`;
}

/** TeX of one term of a formula. */
export function termTex(
  id: Id,
  expression: Expression,
  term: Expression,
  sign: "+" | "-" | "*",
  symbol: Hand["symbol"],
): string {
  const several = severalMoments(id, expression, symbol);
  return texOf(term, sign === "+" ? 1 : 2, { symbol, mark: (text) => text, several, anySample: false });
}

/** The symbols of parameters, losses and objectives that stand in a formula for more than one moment. */
function severalMoments(id: Id, expression: Expression, symbolOf: Hand["symbol"]): ReadonlySet<string> {
  const moments = new Map<string, Set<number>>();
  for (const one of [id, ...idsOf(expression).map((text) => readId(text))]) {
    if (!isTimed(one)) continue;
    const symbol = symbolOf(one);
    moments.set(symbol, (moments.get(symbol) ?? new Set()).add(one.t));
  }
  return new Set([...moments.keys()].filter((symbol) => moments.get(symbol)!.size > 1));
}

const isTimed = (id: Id): id is Extract<Id, { kind: "parameter" | "L" | "J" }> =>
  id.kind === "parameter" || id.kind === "L" || id.kind === "J";

/** The symbol with its moment: after how many updates, and 50⁻ before what was set by hand there. */
function atMoment(symbol: string, { kind, t }: { readonly kind: string; readonly t: number }): string {
  const moment = momentText(t).replace("-", "^-");
  return kind === "parameter" ? `${symbol}{}_{,${moment}}` : `${symbol}_{${moment}}`;
}

/** TeX of an expression inside one of rank `around`. */
function texOf(expression: Expression, around: number, hand: Hand): string {
  const inner = (part: Expression, rank = 0): string => texOf(part, rank, hand);
  if (typeof expression === "number") return expression === Math.PI ? "\\pi" : numberTex(expression);
  if (typeof expression === "string") {
    const id = readId(expression);
    const symbol = hand.symbol(id);
    const timed = isTimed(id) && hand.several.has(symbol);
    const point = pointIn(id);
    const sampled =
      hand.anySample && point?.kind === "sample" ? symbol.replace(pointTex(point), "^{[s]}") : symbol;
    return hand.mark(timed ? atMoment(symbol, id) : sampled, expression);
  }
  const [operator, ...operands] = expression;
  const [first = 0, second = 0] = operands;
  const wrap = (text: string, rank: number): string => (rank < around ? `\\left(${text}\\right)` : text);
  switch (operator) {
    case "sum":
      if (operands.length > MAX_TERMS) return termOfAll(first);
      return wrap(operands.map((term) => inner(term, 1)).join(" + "), 1);
    case "+":
      return wrap(operands.map((term) => inner(term, 1)).join(" + "), 1);
    case "-":
      return wrap(`${inner(first, 1)} - ${inner(second, 2)}`, 1);
    case "*":
      return wrap(operands.map((factor) => inner(factor, 2)).join(" \\cdot "), 2);
    case "/":
      return `\\frac{${inner(first)}}{${inner(second)}}`;
    case "neg":
      return wrap(`-${inner(first, 2)}`, 1);
    case "power":
      return `${inner(first, 3)}^{${inner(second)}}`;
    case "sqrt":
      return `\\sqrt{${inner(first)}}`;
    case "abs":
      return `\\lvert ${inner(first)} \\rvert`;
    case "sign":
      return `\\operatorname{sign}\\left(${inner(first)}\\right)`;
    case "round":
      return `\\operatorname{round}_{${inner(second)}}\\left(${inner(first)}\\right)`;
    case "sin":
      return `\\sin\\left(${inner(first)}\\right)`;
    case "exp":
      return `e^{${inner(first)}}`;
    case "log1p":
      return `\\ln\\left(1 + ${inner(first, 1)}\\right)`;
    case "tanh":
      return `\\tanh\\left(${inner(first)}\\right)`;
    case "sigmoid":
      return `\\sigma\\left(${inner(first)}\\right)`;
    case "max":
      return `\\max\\left(${operands.map((operand) => inner(operand)).join(", ")}\\right)`;
    case "relu":
      return `\\max\\left(0, ${inner(first)}\\right)`;
    case "step":
      return `\\left[${inner(first)} > 0\\right]`;
    case "right":
      return predicts(inner(first), inner(second));
    case "largest":
      return predicts("\\hat y", inner(first));
    case "mean":
      if (isSquare(first)) return `\\frac{1}{${operands.length}} ${termOfAll(first)}`;
      return `\\frac{1}{${operands.length}} \\sum_{${range(operands)}} ${texOf(first, 2, { ...hand, anySample: true })}`;
  }
}

/** Over which samples a mean is taken: 1 to n, or some of them. */
function range(terms: readonly Expression[]): string {
  const sampleOf = (term: Expression | undefined): number | undefined => {
    const points = idsOf(term ?? 0).flatMap((text) => pointIn(readId(text)) ?? []);
    const [point] = points;
    return point?.kind === "sample" ? point.s : undefined;
  };
  const all = sampleOf(terms[0]) === 1 && sampleOf(terms.at(-1)) === terms.length;
  return all ? `s=1}^{${terms.length}` : "s";
}

const pointIn = (id: Id): Point | undefined => ("point" in id ? id.point : undefined);

const isSquare = (term: Expression): boolean => Array.isArray(term) && term[0] === "*" && term[1] === term[2];

/** A sum over all parameters, by the first of its terms. */
function termOfAll(first: Expression): string {
  if (Array.isArray(first) && first[0] === "abs") return "\\sum_i \\lvert w_i \\rvert";
  if (!isSquare(first)) return "\\sum_i \\frac{\\partial L}{\\partial w_i} \\, \\Delta w_i";
  const gradient = readId((first as readonly [string, string])[1]).kind === "gradient";
  return gradient ? "\\sum_i \\left(\\frac{\\partial L}{\\partial w_i}\\right)^2" : "\\sum_i w_i^2";
}
