import { useMemo, useState } from "react";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { createFollower, type Scene } from "../scene.ts";

/** The state of the page as a scene: the run, its epoch, and what is selected. */
export function useScene(): Scene {
  const { experiment, snapshot } = useThrottled((state) => ({
    experiment: state.experiment,
    snapshot: state.snapshot,
  }));
  const inspect = useApp(({ inspectorHistory }) => inspectorHistory.at(-1));
  const panel = useApp((state) => state.panel?.name);
  const [follow] = useState(createFollower);
  const { t } = snapshot;
  return useMemo(() => follow({ experiment, t, inspect, panel }), [follow, experiment, t, inspect, panel]);
}
