/** The formula of a result as an exercise writes it, with its numbers put in. */
import { type Line, numbersOf } from "../explain/numbers.ts";
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Expression, idsOf } from "../math/expression.ts";
import { refsOf } from "../quantities/head.ts";
import { writingOf } from "../quantities/heads/index.ts";
import { derive, valueOf } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";

/** The expression of a quantity as its line shows it: the loss in its textbook form, not in the one that is computed. */
export function writtenAs(run: Run, quantity: QuantityId): Expression | undefined {
  const id = idOf(quantity);
  if (id.kind !== "ell") return derive(run, id).expression;
  return writingOf(run.network.head).textbookLoss(refsOf(run, id.point, id.t)).expression;
}

/** A formula with its numbers put in, and the quantities that it uses. */
export interface Substitution {
  readonly line: Line;
  readonly uses: readonly QuantityId[];
}

/** How a result is computed; undefined for what is given. */
export function substitution(run: Run, id: QuantityId): Substitution | undefined {
  const expression = writtenAs(run, id);
  if (expression === undefined) return undefined;
  return {
    line: numbersOf(expression, valueOf(run, id), (input) => valueOf(run, input)),
    uses: idsOf(expression) as QuantityId[],
  };
}
