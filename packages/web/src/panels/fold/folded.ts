/** Where a layer puts places of a section and points, each computed once. */
import type { Section } from "@neural-viz/engine";
import { inputsAt } from "./place.ts";
import type { Place } from "./polygon.ts";

export interface Folded<At> {
  readonly place: (at: Place) => At;
  readonly point: (x: readonly number[]) => At;
}

/** Remembers where raw inputs go. */
export function foldedBy<At>(to: (x: readonly number[]) => At, section: Section): Folded<At> {
  const known = new Map<readonly number[], At>();
  const once = (key: readonly number[], x: () => readonly number[]): At => {
    const found = known.get(key) ?? to(x());
    known.set(key, found);
    return found;
  };
  return {
    place: (at) => once(at, () => inputsAt(section, at)),
    point: (x) => once(x, () => x),
  };
}
