import { useEffect, useState } from "react";
import { store } from "../../store/store.ts";
import { isThere, loweredOf, type Start } from "./start.ts";

interface Moves {
  readonly of: Start;
  /** The parameters after the last change. */
  readonly params: Float64Array;
  readonly losses: readonly number[];
}

/** What training lowers: at the start, and after every change there that the page has shown since. */
export function useMoves(start: Start | undefined): readonly number[] {
  const [found, setFound] = useState<Moves>();
  useEffect(() => {
    if (start === undefined) return undefined;
    return store.subscribe((state, before) => {
      const { snapshot } = state;
      if (snapshot === before.snapshot || !isThere(start, state)) return;
      const { params } = snapshot;
      setFound((moves) => {
        const last = moves?.of === start ? moves : { params: start.params, losses: [start.lowered] };
        if (params.every((value, i) => value === last.params[i])) return moves;
        return { of: start, params, losses: [...last.losses, loweredOf(snapshot)] };
      });
    });
  }, [start]);
  return found !== undefined && found.of === start ? found.losses : [];
}
