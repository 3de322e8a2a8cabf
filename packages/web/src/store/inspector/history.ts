/** The ids of the inspector’s history when the epoch shown moves: what was one update earlier is so from there too. */
import { movedBy, type QuantityId } from "@neural-viz/engine";

export function moved(inspectorHistory: readonly QuantityId[], by: number): readonly QuantityId[] {
  return by === 0 ? inspectorHistory : inspectorHistory.map((id) => movedBy(id, by));
}
