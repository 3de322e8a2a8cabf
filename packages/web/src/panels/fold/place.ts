/** Where things are in a section of the inputs. */
import type { Section } from "@neural-viz/engine";
import type { Place } from "./polygon.ts";

/** The raw inputs at a place of a section. */
export function inputsAt({ base, axes }: Section, place: Place): number[] {
  return base.map((value, k) => {
    const axis = axes.indexOf(k);
    return axis === -1 ? value : place[axis]!;
  });
}

/** The place in a section that is nearest to these raw inputs. */
export function placeOf({ axes }: Section, x: ArrayLike<number>): Place {
  return axes.map((k) => x[k]!);
}

/** The share of the way across, and up, at which a place is drawn. A line is halfway up. */
export function sharesOf({ intervals }: Section, place: Place): readonly [across: number, up: number] {
  const [across, up = 0.5] = intervals.map(([low, high], axis) => (place[axis]! - low) / (high - low));
  return [across!, up];
}

/** The place at these shares. */
export function placeAt({ intervals }: Section, shares: readonly [number, number]): Place {
  return intervals.map(([low, high], axis) => low + shares[axis]! * (high - low));
}

/** How far raw inputs are from the section, in units of its first interval. */
export function distanceFrom({ base, axes, intervals }: Section, x: ArrayLike<number>): number {
  const [low, high] = intervals[0]!;
  return Math.hypot(...base.map((value, k) => (axes.includes(k) ? 0 : x[k]! - value))) / (high - low);
}
