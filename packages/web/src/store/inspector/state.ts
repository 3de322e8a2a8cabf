/** Where the inspector and the explained step are. */
import type { QuantityId } from "@neural-viz/engine";

/** How closely a step is explained. */
export type Zoom = "stage" | "layer" | "scalar";

export interface InspectorState {
  /** What the inspector shows, with the way that led there; nothing when it is closed. */
  readonly inspectorHistory: readonly QuantityId[];
  /** What was left by going back, the next first. */
  readonly ahead: readonly QuantityId[];
  /** The step that is explained: the one after epoch t, and which of its units is shown. */
  readonly explained: { readonly t: number; readonly zoom: Zoom; readonly unit: number } | undefined;
}

/** Neither is open. */
export const closedInspector: InspectorState = { inspectorHistory: [], ahead: [], explained: undefined };
