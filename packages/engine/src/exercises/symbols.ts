/** How the symbols of an exercise are written: what goes without saying in it is left out. */
import { symbolsIn } from "../explain/symbols.ts";
import { formulaOf } from "../explain/formula.ts";
import { type Id, idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { pointTex } from "../ids/point.ts";
import type { Expression } from "../math/expression.ts";
import { refsOf } from "../quantities/head.ts";
import { writingOf } from "../quantities/heads/index.ts";
import { derive } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";
import type { NumbersExercise, SolveExercise } from "./exercise.ts";
import { pointsOf, statedFor } from "./stated.ts";

/** What an exercise asks and states. */
export type Asking = Pick<NumbersExercise | SolveExercise, "sample" | "t" | "ask" | "given">;

/** TeX of symbols. The number of the only point that is stated goes without saying. */
export function symbolsOf(asking: Asking, run: Run): (id: QuantityId) => string {
  const symbolOf = shortSymbols(asking, run);
  return (id) => symbolOf(idOf(id));
}

/**
 * TeX of formulas: the symbol of a quantity, and the expression that it is equal to, or that somebody thinks it is. The loss and
 * the softmax are written as in a textbook, not in the form that is computed.
 */
export function formulasOf(asking: Asking, run: Run): (id: QuantityId, expression?: Expression) => string {
  const symbolOf = shortSymbols(asking, run);
  const written = (id: Id, expression: Expression | undefined): string => formulaOf(id, expression, symbolOf);
  return (quantity, expression) => {
    const id = idOf(quantity);
    if (expression !== undefined) return written(id, expression);
    if (id.kind === "ell") {
      const { symbols } = writingOf(run.network.head).textbookLoss(refsOf(run, id.point, id.t));
      return symbols.replace(/^\\ell/, () => symbolOf(id));
    }
    if (
      id.kind === "p" &&
      id.j !== undefined &&
      run.network.head.activation === "softmax" &&
      !asking.ask.some(isPieceOfSoftmax)
    ) {
      const z = symbolOf(idOf(ids.z.of(run.network.layers.length, id.j, id.point, id.t)));
      return `${symbolOf(id)} = \\frac{e^{${z}}}{\\sum_i e^{${z.replace(/_\{?\d+\}?(?!.*_)/, "_i")}}}`;
    }
    return written(id, derive(run, id).expression);
  };
}

/** Whether a quantity is a part of the softmax as it is computed: the largest z, exponentials, and their sums. */
export const isPieceOfSoftmax = (id: QuantityId): boolean => ["zmax", "ez", "S", "Z"].includes(idOf(id).kind);

/** Symbols without the number of the only point, or of several points each with its own. */
function shortSymbols({ sample, t, ask, given }: Asking, run: Run): (id: Id) => string {
  const symbolOf = symbolsIn(run);
  const results = Array.isArray(given) ? given : Object.keys(given);
  const points = pointsOf(statedFor(run, [...ask, ...(results as QuantityId[])], t));
  if (points.every((s) => s === sample)) {
    return (id) => symbolOf(id).replace(pointTex({ kind: "sample", s: sample }), "");
  }
  return (id) => {
    const symbol = symbolOf(id);
    const point = "point" in id && id.point !== undefined ? pointTex(id.point) : "";
    return point === "" || symbol.includes(point) ? symbol : `{${symbol}}${point}`;
  };
}
