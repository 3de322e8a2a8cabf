import { useMemo } from "react";
import { networkOf } from "../../store/derived.ts";
import { type AppState, useApp, type Zoom } from "../../store/store.ts";
import { type StepUnit, unitsOf } from "./units.ts";

type Explained = NonNullable<AppState["explained"]>;

/** The units of the step that is explained, at a zoom. */
export function useUnits(zoom: Zoom): readonly StepUnit[] {
  const network = useApp(networkOf);
  const t = useApp(({ explained }) => explained?.t ?? 0);
  const sample = useApp(({ selection }) => selection.index + 1);
  const optimizer = useApp((state) => state.optimizer.name);
  return useMemo(
    () => unitsOf(zoom, { network, optimizer, sample, t }),
    [zoom, network, optimizer, sample, t],
  );
}

/** The same outside of a component. */
export function unitsOfStep({ zoom, t }: Explained, state: AppState): readonly StepUnit[] {
  const { optimizer, selection } = state;
  return unitsOf(zoom, {
    network: networkOf(state),
    optimizer: optimizer.name,
    sample: selection.index + 1,
    t,
  });
}

/** What the explained step is at; nothing when none is explained. */
export function stepFocus(state: AppState): string | undefined {
  const { explained } = state;
  return explained && unitsOfStep(explained, state)[explained.unit]?.focus;
}
