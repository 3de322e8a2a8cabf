/** The ids of a trail when the epoch shown moves: what was one update earlier is so from there too. */
import { movedBy, type QuantityId } from "@neural-viz/engine";

export function moved(trail: readonly QuantityId[], by: number): readonly QuantityId[] {
  return by === 0 ? trail : trail.map((id) => movedBy(id, by));
}
