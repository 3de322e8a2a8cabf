/** Where the numbers of hinges go. */
import type { Hinge } from "@neural-viz/engine";
import { between, type Place } from "./polygon.ts";

export interface Tag {
  readonly layer: number;
  readonly unit: number;
  /** Shares of the square. */
  readonly at: readonly [number, number];
}

/** The places on a hinge to choose from, as shares of its length. */
const CANDIDATES = [0.06, 0.94, 0.2, 0.8, 0.5, 0.35, 0.65];
/** The least distance to the border. */
const INSIDE = 0.035;
/** Farther apart than this is no better. */
const APART = 0.16;

/** One tag per neuron, on its hinge, away from the other tags and rather near the border. */
export function tagsOf(
  hinges: readonly Hinge[],
  sharesOf: (place: Place) => readonly [number, number],
): Tag[] {
  const tags: Tag[] = [];
  const all = new Map<string, Hinge[]>();
  for (const hinge of hinges) {
    const name = `${hinge.layer}.${hinge.unit}`;
    all.set(name, [...(all.get(name) ?? []), hinge]);
  }
  for (const parts of all.values()) {
    let best: { readonly at: readonly [number, number]; readonly room: number } | undefined;
    for (const { from, to } of parts) {
      for (const share of CANDIDATES) {
        const at = sharesOf(between(from, to, share));
        const border = Math.min(at[0], at[1], 1 - at[0], 1 - at[1]);
        if (border < INSIDE) continue;
        const apart = tags.reduce((least, tag) => Math.min(least, distance(tag.at, at)), APART);
        const room = apart - 0.1 * border;
        if (best === undefined || room > best.room) best = { at, room };
      }
    }
    if (best !== undefined) tags.push({ layer: parts[0]!.layer, unit: parts[0]!.unit, at: best.at });
  }
  return tags;
}

const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
