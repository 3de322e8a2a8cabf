/** Reads the address of the page. The first view loads this only if there is something to read. */
import { InputError, readExerciseLink, readLink, readScenesLink } from "@neural-viz/engine";
import { messages } from "#text/store";
import { openAt } from "../store.ts";
import { isAnchor, isLink, routeOf } from "./route.ts";
import type { Addressed } from "./state.ts";

/** How many characters of an unknown address to quote. */
const MAX_QUOTE = 60;

const nothing: Addressed = { linked: undefined, scenes: undefined, damage: undefined };

/** What the address links to, if it is a link. Of several scenes, the first. */
export function linkOf(hash: string): Addressed {
  const fragment = hash.replace(/^#/, "");
  if (routeOf(hash) === undefined && !isAnchor(hash)) {
    return {
      ...nothing,
      damage: { what: "address", why: messages.unknownAddress(fragment.slice(0, MAX_QUOTE)) },
    };
  }
  if (!isLink(hash)) return nothing;
  try {
    // The page that shows an exercise reads it again.
    if (readExerciseLink(fragment) !== undefined) return nothing;
    const scenes = readScenesLink(fragment);
    return { ...nothing, scenes, linked: scenes?.[0] ?? readLink(fragment) };
  } catch (error) {
    if (error instanceof InputError) return { ...nothing, damage: { what: "link", why: error.message } };
    throw error;
  }
}

/** Begins with what the address of the page contains. */
export function openAddress(): void {
  openAt(linkOf(location.hash));
}
