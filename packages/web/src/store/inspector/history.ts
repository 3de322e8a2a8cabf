/**
 * The ids of the inspector's history after the epoch shown moves: an id one update before it stays one update before
 * it.
 */
import { movedBy, type QuantityId } from "@neural-viz/engine";

export function moved(inspectorHistory: readonly QuantityId[], by: number): readonly QuantityId[] {
  return by === 0 ? inspectorHistory : inspectorHistory.map((id) => movedBy(id, by));
}
