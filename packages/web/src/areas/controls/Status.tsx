import { useEffect, useState } from "react";
import { isPlaying } from "../../store/run/phase.ts";
import { store } from "../../store/store.ts";
import { VisuallyHidden } from "../../ui/kit/VisuallyHidden.tsx";
import { spokenStatus } from "../../ui/quantity/status.ts";

/** The shortest time between two messages during training, in milliseconds. */
const QUIET = 5000;

/** The page's one status for screen readers: at once on start, pause and finish, rarely in between. */
export function Status() {
  const [spoken, setSpoken] = useState(() => spokenStatus(store.getState()));
  useEffect(() => {
    let last = performance.now();
    return store.subscribe((state, before) => {
      const turn = isPlaying(state) !== isPlaying(before) || state.run !== before.run || !isPlaying(state);
      if (!turn && performance.now() - last < QUIET) return;
      last = performance.now();
      setSpoken(spokenStatus(state));
    });
  }, []);
  return (
    <VisuallyHidden>
      <span role="status">{spoken}</span>
    </VisuallyHidden>
  );
}
