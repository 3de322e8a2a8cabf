/**
 * Whether lines, planes or single cuts of a line can separate classes of points, decided exactly and with a proof.
 *
 * Two labels: either there are weights w and a bias b with w·x + b > 0 for every point of label 1 and < 0 for every point
 * of label 0, or the convex hulls of the two meet: there are shares λ ≥ 0 of the points, adding up to the same for both
 * labels, with the same Σ λ x for both (Gordan 1873, Farkas 1902). In the plane at most four points have a share then:
 * two segments cross, a point lies in a triangle or on a segment, or two points share their place.
 *
 * K classes: either every class has weights and a bias with which its own sum is the largest at each of its points, or
 * such shares exist for the differences of the sums (the construction of Kesler; Duda & Hart 1973, 5.12).
 *
 * Phase one of the simplex method finds the shares or proves that there are none. It runs on whole numbers, so nothing
 * is rounded, and by Bland's rule, so it ends.
 */
import { labelAt } from "../math/classes.ts";
import { wholeNumbers } from "../math/exact.ts";
import type { Samples } from "./dataset.ts";

/** Whether classes can be separated by a linear function of the inputs; if not, points that prove it, from 0, by class. */
export type Separability =
  | { readonly separable: true }
  | { readonly separable: false; readonly proof: readonly (readonly number[])[] };

/** Decides whether a linear function of the inputs can name every label. Inputs must be finite, and targets labels. */
export function separability({ count, kind, inputs, targets }: Samples): Separability {
  const columns = inputs.map((column) => wholeNumbers([...column]));
  const pointAt = (s: number): bigint[] => [...columns.map((column) => column[s]!), 1n];
  const labels = Array.from({ length: count }, (_, s) => labelAt(kind, targets, s)!);
  const classes = kind === "binary" ? 2 : targets.length;
  const inequalities =
    kind === "binary"
      ? labels.map((label, s) => ({ s, row: pointAt(s).map((x) => (label === 1 ? x : -x)) }))
      : labels.flatMap((label, s) => againstOthers(pointAt(s), label, classes).map((row) => ({ s, row })));
  const size = inequalities[0]?.row.length ?? 0;
  // All shares add up to 1.
  const right = [...Array.from({ length: size }, () => 0n), 1n];
  const shared = solve(
    inequalities.map(({ row }) => [...row, 1n]),
    right,
  );
  if (shared === undefined) return { separable: true };
  const points = [...new Set(shared.map((i) => inequalities[i]!.s))];
  return {
    separable: false,
    proof: Array.from({ length: classes }, (_, c) => points.filter((s) => labels[s] === c)),
  };
}

/** For each other class: x in the place of the own class's weights and −x in that of the other's. */
function againstOthers(x: readonly bigint[], own: number, classes: number): bigint[][] {
  return Array.from({ length: classes }, (_, other) => other)
    .filter((other) => other !== own)
    .map((other) =>
      Array.from({ length: classes }, (_, c) =>
        x.map((value) => (c === own ? value : c === other ? -value : 0n)),
      ).flat(),
    );
}

/**
 * The columns with a positive coefficient in a solution λ ≥ 0 of Σ λ column = right side, in ascending order; undefined
 * if there is no solution. The right side must not be negative.
 */
function solve(columns: readonly (readonly bigint[])[], right: readonly bigint[]): number[] | undefined {
  const size = right.length;
  // The inverse of the basis, with the basic coefficients as the last column, over a common denominator. The initial
  // basis is artificial: row i has the artificial variable −1 − i.
  let rows = right.map((value, i) => [...right.map((_, k) => (i === k ? 1n : 0n)), value]);
  let denominator = 1n;
  const basis = right.map((_, i) => -1 - i);
  for (;;) {
    const artificial = rows.filter((_, i) => basis[i]! < 0);
    const prices = right.map((_, k) => artificial.reduce((sum, row) => sum + row[k]!, 0n));
    const missing = artificial.reduce((sum, row) => sum + row[size]!, 0n);
    if (missing === 0n) {
      return basis.filter((column, i) => column >= 0 && rows[i]![size]! > 0n).toSorted((a, b) => a - b);
    }
    const entering = columns.findIndex((column) => dot(prices, column) > 0n);
    if (entering === -1) return undefined;
    const steps = rows.map((row) => dot(row, columns[entering]!));
    const leaving = shortest(steps, rows, basis);
    const pivot = steps[leaving]!;
    const pivotRow = rows[leaving]!;
    rows = rows.map((row, i) =>
      i === leaving ? row : row.map((value, k) => (pivot * value - steps[i]! * pivotRow[k]!) / denominator),
    );
    denominator = pivot;
    basis[leaving] = entering;
  }
}

/** The row that limits the entering coefficient most; on a tie, the row with the lowest column (Bland's rule). */
function shortest(
  steps: readonly bigint[],
  rows: readonly (readonly bigint[])[],
  basis: readonly number[],
): number {
  let best = -1;
  for (const [i, step] of steps.entries()) {
    if (step <= 0n) continue;
    const compared = best < 0 ? -1n : rows[i]!.at(-1)! * steps[best]! - rows[best]!.at(-1)! * step;
    if (compared < 0n || (compared === 0n && basis[i]! < basis[best]!)) best = i;
  }
  return best;
}

/** Σ aᵢ bᵢ over the entries of b. */
function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return b.reduce((sum, value, i) => sum + a[i]! * value, 0n);
}
