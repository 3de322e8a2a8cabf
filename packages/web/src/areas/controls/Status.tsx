import { useEffect, useState } from "react";
import { isPlaying } from "../../store/run/phase.ts";
import { store } from "../../store/store.ts";
import { VisuallyHidden } from "../../ui/kit/VisuallyHidden.tsx";
import { spokenStatus } from "../../ui/quantity/status.ts";

/** At most one message in this many milliseconds while training runs. */
const QUIET = 5000;

/** The one voice of the page: at once on start, pause and finish, seldom in between. */
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
