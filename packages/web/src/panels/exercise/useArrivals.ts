/** Numbers that were pressed come to what is asked: checked, and put where the update computes them. */
import { useEffect, useRef } from "react";
import { setAsked } from "../../store/panels/asking.ts";
import type { Making, Shown } from "./making.ts";
import { withInOrder } from "./order.ts";
import { outcomeOf } from "./refusal.ts";

/** Puts what was added to its place, or takes it away with the reason. `onAverage` makes the point the only one. */
export function useArrivals(shown: Shown, making: Making, onAverage: () => void): void {
  const { asked } = making;
  const known = useRef(asked);
  useEffect(() => {
    const added = asked.filter((id) => !known.current.includes(id));
    if (added.length === 0) {
      known.current = asked;
      return;
    }
    // A pass adds numbers that can be asked, and its last one says whether it averages.
    const outcome = outcomeOf(shown, making, added.at(-1)!);
    const before = asked.filter((id) => known.current.includes(id));
    const next = typeof outcome === "object" ? before : withInOrder(shown, before, added);
    known.current = next;
    if (outcome === "alone") onAverage();
    setAsked(next, typeof outcome === "object" ? outcome.why : undefined);
  });
}
