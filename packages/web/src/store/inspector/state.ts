/** The state of the inspector and of the explained step. */
import type { QuantityId } from "@neural-viz/engine";

/** How closely a step is explained. */
export type Zoom = "stage" | "layer" | "scalar";

export interface InspectorState {
  /** What the inspector shows, and the path that led there; empty when it is closed. */
  readonly inspectorHistory: readonly QuantityId[];
  /** The quantities to go forward to, after going back. The next one comes first. */
  readonly ahead: readonly QuantityId[];
  /** The explained step: the one after epoch t, and which of its units is shown. */
  readonly explained:
    | {
        readonly t: number;
        readonly zoom: Zoom;
        readonly unit: number;
        /** "Your turn": whether its results are for the learner to find. */
        readonly turn?: boolean | undefined;
      }
    | undefined;
  /** What the learner still has to find: it is shown as "?" everywhere. */
  readonly hidden: ReadonlySet<QuantityId>;
}

/** Neither is open. */
export const closedInspector: InspectorState = {
  inspectorHistory: [],
  ahead: [],
  explained: undefined,
  hidden: new Set(),
};
