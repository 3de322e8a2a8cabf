import type { QuantityId } from "@neural-viz/engine";
import { useMemo } from "react";
import { networkOf, penalizedOf } from "../derived.ts";
import { type AppState, useApp } from "../store.ts";
import type { Zoom } from "./state.ts";
import { type StepUnit, unitsOf, updateAfter } from "./units.ts";

type Explained = NonNullable<AppState["explained"]>;

/** The units of the explained step at a zoom. */
export function useUnits(zoom: Zoom): readonly StepUnit[] {
  const network = useApp(networkOf);
  const t = useApp(({ explained }) => explained?.t ?? 0);
  const sample = useApp(({ selection }) => selection.index + 1);
  const experiment = useApp((state) => state.experiment);
  const penalized = useApp(penalizedOf);
  return useMemo(
    () => unitsOf(zoom, { network, sample, penalized, ...updateAfter(experiment, t) }),
    [zoom, network, sample, penalized, experiment, t],
  );
}

/** The same outside of a component. */
export function unitsOfStep({ zoom, t }: Explained, state: AppState): readonly StepUnit[] {
  const { experiment, selection } = state;
  return unitsOf(zoom, {
    network: networkOf(state),
    sample: selection.index + 1,
    penalized: penalizedOf(state),
    ...updateAfter(experiment, t),
  });
}

/** What the explained step shows; undefined when no step is explained. */
export function stepFocus(state: AppState): QuantityId | undefined {
  const { explained } = state;
  return explained && unitsOfStep(explained, state)[explained.unit]?.focus;
}
