/** What is looked at, and how it is drawn. */
import type { QuantityId } from "@neural-viz/engine";

/** The point whose numbers the network shows: a sample of the data, or any place of the square without a label. */
export type Selection =
  | { readonly kind: "sample"; readonly index: number }
  /** `index` is the sample that was chosen last. */
  | { readonly kind: "probe"; readonly index: number; readonly x1: number; readonly x2: number };

/** How things are drawn. */
export interface Look {
  readonly face: "map" | "value";
  readonly colour: "both" | "weight";
  readonly field: "class" | "confidence";
  /** Cells along each side of the boundary. */
  readonly resolution: number;
  readonly lossAxis: "log" | "linear";
}

/** The resolutions of the boundary to choose from. */
export const resolutions = [40, 64, 100, 160] as const;

export interface SelectionState {
  readonly selection: Selection;
  /** The quantity under the pointer or the focus, anywhere on the page. */
  readonly pointed: QuantityId | undefined;
  readonly look: Look;
  /** Infinity is as fast as the machine can. */
  readonly epochsPerSecond: number;
}

export const firstLook: Look = {
  face: "map",
  colour: "both",
  field: "class",
  resolution: 40,
  lossAxis: "log",
};

/**
 * What is looked at first in a run of so many samples: number 18, or the first of a small set. What was pointed at may be
 * a sample or a neuron that is no more.
 */
export function newSelection(count: number): Pick<SelectionState, "selection" | "pointed"> {
  return { selection: { kind: "sample", index: count >= 18 ? 17 : 0 }, pointed: undefined };
}
