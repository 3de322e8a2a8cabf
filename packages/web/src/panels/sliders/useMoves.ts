import { useEffect, useState } from "react";
import { store } from "../../store/store.ts";
import { isThere, loweredOf, type Start } from "./start.ts";

/** What training lowers: at the start, and after every change there that the page has shown since. */
export function useMoves(start: Start | undefined): readonly number[] {
  const [found, setFound] = useState<{ readonly of: Start; readonly losses: readonly number[] }>();
  useEffect(() => {
    if (start === undefined) return undefined;
    return store.subscribe((state, before) => {
      const { snapshot } = state;
      if (snapshot === before.snapshot || !isThere(start, state)) return;
      if (snapshot.params.every((value, i) => value === before.snapshot.params[i])) return;
      setFound((last) => ({
        of: start,
        losses: [...(last?.of === start ? last.losses : [start.lowered]), loweredOf(snapshot)],
      }));
    });
  }, [start]);
  return found !== undefined && found.of === start ? found.losses : [];
}
