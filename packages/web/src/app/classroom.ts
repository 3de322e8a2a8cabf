/**
 * What the query of the address asks for a class: `?embed&hide=data,timeline&lock=network`.
 *
 *   embed         no header; talks with the embedding page (embedding/embedding.ts), which parent=origin limits
 *   presenter     large text, and the keys of a clicker
 *   hide=a,b      these controls are hidden; numbers and pictures never are
 *   lock=a,b      this is visible but nothing can change it (store/setup/locks.ts)
 */
import { lockNames } from "../store/setup/locks.ts";
import { messages } from "#text/app";

/** The controls that can be hidden. */
const hideable = [
  "data",
  "network",
  "training",
  "train",
  "explain",
  "timeline",
  "speed",
  "tools",
  "share",
] as const;

export type Hideable = (typeof hideable)[number];

export interface Classroom {
  readonly embed: boolean;
  readonly presenter: boolean;
  readonly hidden: ReadonlySet<Hideable>;
  /** One sentence about what the address asks for in vain. */
  readonly problem: string | undefined;
}

/** Reads the query of an address. */
export function classroomOf(search: string): Classroom {
  const asked = new URLSearchParams(search);
  const named = (key: string): string[] => (asked.get(key) ?? "").split(",").filter((name) => name !== "");
  const known = <Name extends string>(key: string, names: readonly Name[]): ReadonlySet<Name> =>
    new Set(names.filter((name) => named(key).includes(name)));
  const wrong = [
    ...named("hide").map((name) => ["hide", name, hideable] as const),
    ...named("lock").map((name) => ["lock", name, lockNames] as const),
  ].find(([, name, names]) => !(names as readonly string[]).includes(name));
  return {
    embed: asked.has("embed"),
    presenter: asked.has("presenter"),
    hidden: known("hide", hideable),
    problem: wrong && messages.unknownName(wrong[0], wrong[1], wrong[2].join(", ")),
  };
}
