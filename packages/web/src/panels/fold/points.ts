/** The points of the data as a sheet shows them. */
import { labelAt, rowOf, type Samples, type Section } from "@neural-viz/engine";
import type { Place } from "./polygon.ts";
import { distanceFrom, placeOf } from "./place.ts";

export interface DataPoint {
  /** Its number, from 0. */
  readonly index: number;
  readonly x: readonly number[];
  readonly place: Place;
  /** Its class, if it has one. */
  readonly label: number | undefined;
  readonly heldOut: boolean;
  /** Points fade with their distance from the section: 0 is in it, 3 is far away. */
  readonly far: number;
}

/** A point this far from the section is drawn faintest. */
const FAR = 0.5;

export function pointsOf(samples: Samples, section: Section, heldOut: ReadonlySet<number>): DataPoint[] {
  return Array.from({ length: samples.count }, (_, index) => {
    const x = [...rowOf(samples.inputs, index)];
    return {
      index,
      x,
      place: placeOf(section, x),
      label: labelAt(samples.kind, samples.targets, index),
      heldOut: heldOut.has(index),
      far: Math.min(3, Math.floor((4 * distanceFrom(section, x)) / FAR)),
    };
  });
}
