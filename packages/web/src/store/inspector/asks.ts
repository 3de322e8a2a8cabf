/** "Your turn": what a unit of the explained step asks for, and what stays hidden until it is found. */
import { idOf, ids, type QuantityId } from "@neural-viz/engine";
import { store } from "../store.ts";
import type { StepUnit } from "./units.ts";

const { getState, setState } = store;

/** The most points whose gradients are averaged by hand. */
const FEW = 4;

/**
 * The quantities to find, in order. Of several lines, the last is asked for; the lines before lead to it. An average
 * over many points is asked for only where its terms are printed. `points` is how many the update uses.
 */
export function asksOf(unit: StepUnit, points: number): readonly QuantityId[] {
  if (unit.stage === "average" && unit.ids.length === 0 && points > FEW) return [];
  if (unit.after !== undefined) return unit.after;
  const results = unit.grids.filter(({ result }) => result === true).flatMap(({ rows }) => rows.flat());
  if (results.length > 0) return results;
  return unit.each === true ? unit.ids : unit.ids.slice(-1);
}

/** What is asked for, and everything that the step computes from there on: it would give the answers away. */
export function hiddenFor(
  asked: readonly QuantityId[],
  scalars: readonly StepUnit[],
): ReadonlySet<QuantityId> {
  const first = scalars.findIndex((unit) => unit.ids.some((id) => asked.includes(id)));
  const later = first === -1 ? [] : scalars.slice(first + 1).flatMap((unit) => unit.ids);
  return new Set([...asked, ...asked.flatMap(stepsOf), ...later, ...later.flatMap(stepsOf)]);
}

/** The change of a parameter tells its new value. */
function stepsOf(text: QuantityId): QuantityId[] {
  const id = idOf(text);
  return id.kind === "parameter" && id.t > 0 ? [ids.difference.of(id.name, Math.ceil(id.t))] : [];
}

export function hide(hidden: ReadonlySet<QuantityId>): void {
  setState({ hidden });
}

/** Shows a number again: it was found, or given up. */
export function reveal(found: QuantityId): void {
  const open = new Set([found, ...stepsOf(found)]);
  setState({ hidden: new Set([...getState().hidden].filter((id) => !open.has(id))) });
}
