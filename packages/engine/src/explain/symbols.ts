/** Quantities and expressions as TeX, in the notation of the page: W⁽ˡ⁾ⱼₖ goes into neuron j of layer l from neuron k. */
import { type Expression, idsOf } from "../math/expression.ts";
import type { HyperParameter } from "../nn/optimizer.ts";
import { optimizers } from "../nn/optimizers/index.ts";
import { type Id, momentText, parseId, type Point } from "./ids.ts";

/** The symbol of a quantity. */
export function symbolOf(id: Id): string {
  switch (id.kind) {
    case "x":
      return `x_${id.k}${upper(id.point)}`;
    case "y":
      return `y${upper(id.point)}`;
    case "parameter":
      return parameter(id.name);
    case "z":
    case "a":
      return `${id.kind}^{(${id.l})}_{${id.j}}`;
    case "slope":
      return `f'(z^{(${id.l})}_{${id.j}})`;
    case "delta":
      return `\\delta^{(${id.l})}_{${id.j}}`;
    case "p":
      return "\\hat y";
    case "ell":
      return "\\ell";
    case "conf":
      return "\\mathrm{conf}";
    case "L":
      return "L";
    case "acc":
      return "\\mathrm{acc}";
    case "Ltest":
      return "L_{\\text{test}}";
    case "Lbatch":
      return "L_{\\text{batch}}";
    case "acctest":
      return "\\mathrm{acc}_{\\text{test}}";
    case "batch":
      return `s_{${id.i}}`;
    case "dL":
      return "\\Delta L";
    case "predicted":
      return "\\nabla L^{\\top} \\Delta w";
    case "gradient":
      return `\\frac{\\partial ${id.point === undefined ? "L" : "\\ell"}}{\\partial ${parameter(id.name)}}`;
    case "memory":
      return `${id.slot.endsWith("hat") ? `\\hat ${id.slot.slice(0, -3)}` : id.slot}_{${id.t}}`;
    case "difference":
      return `\\Delta ${parameter(id.name)}`;
    case "check":
      return checkSymbol(id.what, parameter(id.name));
    case "norm":
      return normSymbol(id.of, id.l);
    case "path": {
      const [, , j] = id.name.split(".");
      return `P_{${[j, ...id.through].join(" \\to ")}}${upper(id.point)}`;
    }
    case "slice": {
      const { directions, place } = id;
      const [x, y] = place.map((value) => number(Number(value.toPrecision(4))));
      if (directions.kind === "gradient") return `L(w + ${x}\\,\\hat g + ${y}\\,\\hat r)`;
      const [across, up] = directions.names.map(parameter);
      return `L(${across} = ${x},\\; ${up} = ${y})`;
    }
    case "init":
      return `${parameter(id.name)}{}_{,0}`;
    case "rng":
      return `u_{${id.i}}`;
    case "hyper":
      return hyperSymbol(id.name);
  }
}

function normSymbol(of: "norm" | "gnorm" | "grms", l: number): string {
  const layer = `\\theta^{(${l})}`;
  switch (of) {
    case "norm":
      return `\\lVert ${layer} \\rVert`;
    case "gnorm":
      return `\\lVert \\partial L / \\partial ${layer} \\rVert`;
    case "grms":
      return `\\mathrm{rms}\\left(\\partial L / \\partial ${layer}\\right)`;
  }
}

/** A hyper-parameter's letter: the same in every optimizer that has it. */
function hyperSymbol(name: string): string {
  for (const { hyper } of Object.values(optimizers)) {
    const found = (hyper as Readonly<Record<string, HyperParameter>>)[name];
    if (found !== undefined) return found.symbol;
  }
  return name;
}

function checkSymbol(what: "above" | "below" | "fd" | "relerr", w: string): string {
  switch (what) {
    case "above":
      return `L(${w} + \\varepsilon)`;
    case "below":
      return `L(${w} - \\varepsilon)`;
    case "fd":
      return `\\frac{\\Delta L}{\\Delta ${w}}`;
    case "relerr":
      return "\\mathrm{error}";
  }
}

function upper(point: Point): string {
  return point.kind === "sample" ? `^{[${point.s}]}` : "";
}

function parameter(name: string): string {
  const [kind, l, ...indices] = name.split(".");
  return `${kind}^{(${l})}_{${indices.join("")}}`;
}

/** A sum of more terms than a neuron can have runs over all parameters, and is written as such. */
const MOST_TERMS = 8;

/** How a symbol is marked as the one of an input. */
type Mark = (symbol: string, id: string) => string;

/**
 * The formula of a quantity: its symbol, and what it is equal to. `mark` may tie each symbol on the right to its id.
 */
export function formulaOf(
  id: Id,
  expression: Expression | undefined,
  mark: Mark = (symbol) => symbol,
): string {
  const left = symbolOf(id);
  if (expression === undefined) return left;
  return `${left} = ${texOf(expression, 0, severalMoments(id, expression), mark)}`;
}

/** TeX of one term of a formula. */
export function termTex(id: Id, expression: Expression, term: Expression, sign: "+" | "-" | "*"): string {
  return texOf(term, sign === "+" ? 1 : 2, severalMoments(id, expression), (symbol) => symbol);
}

/** The symbols of parameters and losses that stand in a formula for more than one moment: they are told apart by it. */
function severalMoments(id: Id, expression: Expression): ReadonlySet<string> {
  const moments = new Map<string, Set<number>>();
  for (const one of [id, ...idsOf(expression).map((text) => parseId(text)!)]) {
    if (one.kind !== "parameter" && one.kind !== "L") continue;
    const symbol = symbolOf(one);
    moments.set(symbol, (moments.get(symbol) ?? new Set()).add(one.t));
  }
  return new Set([...moments.keys()].filter((symbol) => moments.get(symbol)!.size > 1));
}

/** The symbol with its moment: after how many updates, and 50⁻ before what was set by hand there. */
function atMoment(symbol: string, { kind, t }: { readonly kind: string; readonly t: number }): string {
  const moment = momentText(t).replace("-", "^-");
  return kind === "L" ? `${symbol}_{${moment}}` : `${symbol}{}_{,${moment}}`;
}

/** TeX of an expression; symbols of `several` moments are marked with theirs. */
function texOf(expression: Expression, around: number, several: ReadonlySet<string>, mark: Mark): string {
  const inner = (part: Expression, rank = 0): string => texOf(part, rank, several, mark);
  if (typeof expression === "number") return number(expression);
  if (typeof expression === "string") {
    const id = parseId(expression)!;
    const symbol = symbolOf(id);
    const timed = (id.kind === "parameter" || id.kind === "L") && several.has(symbol);
    return mark(timed ? atMoment(symbol, id) : symbol, expression);
  }
  const [operator, ...operands] = expression;
  const [first = 0, second = 0] = operands;
  const wrap = (text: string, rank: number): string => (rank < around ? `\\left(${text}\\right)` : text);
  switch (operator) {
    case "sum":
      if (operands.length > MOST_TERMS) return termOfAll(first);
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
      return `\\left[${inner(first)} \\text{ on the side of } ${inner(second)}\\right]`;
    case "mean":
      if (isSquare(first)) return `\\frac{1}{${operands.length}} ${termOfAll(first)}`;
      return `\\frac{1}{${operands.length}} \\sum_{${range(operands)}} ${inner(first, 2).replaceAll(/\^\{\[\d+\]\}/g, "^{[s]}")}`;
  }
}

/** Over which samples a mean is taken: 1 to n, or some of them. */
function range(terms: readonly Expression[]): string {
  const sampleOf = (term: Expression | undefined): string | undefined =>
    /\[(\d+)\]/.exec(JSON.stringify(term))?.[1];
  const all = sampleOf(terms[0]) === "1" && sampleOf(terms.at(-1)) === String(terms.length);
  return all ? `s=1}^{${terms.length}` : "s";
}

const isSquare = (term: Expression): boolean => Array.isArray(term) && term[0] === "*" && term[1] === term[2];

/** A sum over all parameters, by the first of its terms. */
function termOfAll(first: Expression): string {
  if (!isSquare(first)) return "\\sum_i \\frac{\\partial L}{\\partial w_i} \\, \\Delta w_i";
  const gradient = parseId((first as readonly [string, string])[1])?.kind === "gradient";
  return gradient ? "\\sum_i \\left(\\frac{\\partial L}{\\partial w_i}\\right)^2" : "\\sum_i w_i^2";
}

function number(value: number): string {
  return String(value).replace(/e(-?)\+?(\d+)$/, " \\times 10^{$1$2}");
}
