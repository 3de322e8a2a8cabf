/** The formula of a result as an exercise writes it, with its numbers put in. */
import { type Line, numbersOf } from "../explain/numbers.ts";
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { evaluate, type Expression, idsOf } from "../math/expression.ts";
import { refsOf } from "../quantities/head.ts";
import { writingOf } from "../quantities/heads/index.ts";
import { derive, valueOf } from "../quantities/index.ts";
import { outputsOf } from "../quantities/parts.ts";
import type { Run } from "../quantities/run.ts";
import { type Asking, isPieceOfSoftmax } from "./symbols.ts";

/**
 * The expression of a quantity as its line shows it: the loss and the softmax in their textbook forms, not in the ones that are
 * computed.
 */
export function writtenAs(
  run: Run,
  { ask }: Pick<Asking, "ask">,
  quantity: QuantityId,
): Expression | undefined {
  const id = idOf(quantity);
  const { head, layers } = run.network;
  if (id.kind === "ell") return writingOf(head).textbookLoss(refsOf(run, id.point, id.t)).expression;
  if (id.kind !== "p" || id.j === undefined || head.activation !== "softmax" || ask.some(isPieceOfSoftmax)) {
    return derive(run, id).expression;
  }
  const power = (j: number): Expression => ["exp", ids.z.of(layers.length, j, id.point, id.t)];
  return ["/", power(id.j), ["sum", ...outputsOf(run).map(power)]];
}

/** A formula with its numbers put in, and the quantities that it uses. */
export interface Substitution {
  readonly line: Line;
  readonly uses: readonly QuantityId[];
}

/**
 * How a result is computed; undefined for what is given. With `valueAt` other numbers are put in, such as a person's own, and
 * the line's result is what comes of them.
 */
export function substitution(
  run: Run,
  asking: Pick<Asking, "ask">,
  id: QuantityId,
  valueAt?: (input: QuantityId) => number,
): Substitution | undefined {
  const expression = writtenAs(run, asking, id);
  if (expression === undefined) return undefined;
  const inputs = (input: string): number => valueAt?.(input as QuantityId) ?? valueOf(run, input);
  const value = valueAt === undefined ? valueOf(run, id) : evaluate(expression, inputs);
  return {
    line: numbersOf(expression, value, inputs),
    uses: idsOf(expression) as QuantityId[],
  };
}
