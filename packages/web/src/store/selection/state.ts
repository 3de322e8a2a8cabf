/** What is selected, and how it is drawn. */
import type { QuantityId, Unit } from "@neural-viz/engine";

/**
 * The point whose numbers the network shows: a sample of the data, or a probe: raw inputs anywhere in the picture,
 * without a target.
 */
export type Selection =
  | { readonly kind: "sample"; readonly index: number }
  /** `index` is the sample that was selected last. */
  | { readonly kind: "probe"; readonly index: number; readonly x: readonly number[] };

/** How things are drawn. */
export interface Look {
  readonly face: "map" | "value";
  readonly color: "both" | "weight";
  readonly field: "class" | "confidence";
  /** Cells along each side of the boundary. */
  readonly resolution: number;
  readonly lossAxis: "log" | "linear";
  /** Whether the picture of two inputs shows the hidden neurons' lines, where z is 0. */
  readonly lines: boolean;
  /** With three or four inputs: the input across the picture and the one upward, from 1. */
  readonly axes: readonly [number, number];
  /** The output whose sum and, for values, whose picture is shown, from 0. */
  readonly output: number;
}

/** The resolutions of the boundary to choose from. */
export const resolutions = [40, 64, 100, 160] as const;

export interface SelectionState {
  readonly selection: Selection;
  /** The quantity under the pointer or the focus, anywhere on the page. */
  readonly pointed: QuantityId | undefined;
  readonly look: Look;
  /** The hidden neuron that is switched off, if any. */
  readonly off: Unit | undefined;
  /** Infinity is as fast as the machine can. */
  readonly epochsPerSecond: number;
}

export const firstLook: Look = {
  face: "map",
  color: "weight",
  field: "class",
  resolution: 40,
  lossAxis: "log",
  lines: false,
  axes: [1, 2],
  output: 0,
};

/**
 * The first selection in a run with this many samples: number 18, or the first one of a small set. The old selection
 * may be a sample or a neuron that no longer exists.
 */
export function newSelection(count: number): Pick<SelectionState, "selection" | "pointed" | "off"> {
  return { selection: { kind: "sample", index: count >= 18 ? 17 : 0 }, pointed: undefined, off: undefined };
}
