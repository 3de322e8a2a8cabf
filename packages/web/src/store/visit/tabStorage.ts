/**
 * The slots of the browser's storage in which tabs keep what is done in them. A tab knows its slot by a number that
 * its own session storage remembers over reloads, and holds a lock on it, so that two tabs never share one; a slot
 * that was left open and that nobody holds belongs to a tab that crashed.
 *
 * Storage may be forbidden or full, and locks need a secure address. Then less is kept, and nothing else changes.
 */

import { schema } from "@neural-viz/engine";

const PREFIX = "neural-viz.tab.";
const OWN = "neural-viz.tab";
/** Slots of tabs that were closed are emptied after so many milliseconds: until then a closed tab can be reopened. */
const MAX_AGE = 7 * 24 * 60 * 60 * 1000;
/** A page that is reloaded has given up its lock after this, in milliseconds. */
const GIVEN_UP = 3000;
/** What could not be restored in so many attempts may be what ended the page. */
const MAX_ATTEMPTS = 2;

interface Slot {
  readonly text: string;
  /** The fragment of the address at the time. */
  readonly hash: string;
  readonly saved: number;
  /** Whether the tab was left in good order. */
  readonly closed: boolean;
  /** How often it was taken up since anything was put into it. */
  readonly attempts: number;
}

/** The number of this tab, if it has been here before. */
let own = attempt(() => sessionStorage.getItem(OWN)) ?? undefined;
const isNew = own === undefined;

/** What was done in this tab before it was reloaded, unless the address has since been another's. */
export function restoreText(): string | undefined {
  const slot = own === undefined ? undefined : open(own);
  if (own === undefined || slot === undefined || slot.attempts >= MAX_ATTEMPTS) return undefined;
  if (location.hash !== "" && !(wasReloaded() && location.hash === slot.hash)) return undefined;
  put(own, { ...slot, closed: false, attempts: slot.attempts + 1 });
  return slot.text;
}

function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry !== undefined && (entry as PerformanceNavigationTiming).type !== "navigate";
}

/** Keeps a text in this tab's slot; nothing empties it. */
export function saveText(text: string | undefined): void {
  if (text === undefined && own === undefined) return;
  own ??= claim(newNumber());
  if (text === undefined) attempt(() => localStorage.removeItem(PREFIX + own));
  else put(own, { text, hash: location.hash, saved: Date.now(), closed: false, attempts: 0 });
}

/** The page is left in good order. */
export function markClosed(): void {
  const slot = own === undefined ? undefined : open(own);
  if (own !== undefined && slot !== undefined) put(own, { ...slot, closed: true });
}

const newNumber = (): string => crypto.getRandomValues(new Uint32Array(2)).join("");

/** Takes this slot as one's own. */
function claim(number: string): string {
  attempt(() => sessionStorage.setItem(OWN, number));
  hold(number);
  return number;
}

/**
 * Holds the lock of a slot as long as the page lives. A page that is reloaded gives it up a moment later; where another
 * tab goes on holding it, this one is its copy and takes a slot of its own.
 */
function hold(number: string): void {
  if (!("locks" in navigator)) return;
  navigator.locks
    .request(PREFIX + number, { signal: AbortSignal.timeout(GIVEN_UP) }, () => new Promise(() => {}))
    .catch(() => {
      own = claim(newNumber());
    });
}

/** What was done in a tab that crashed, for a tab that has no past of its own; what is too old is thrown away. */
export async function recoverText(): Promise<string | undefined> {
  if (own !== undefined) hold(own);
  if (!("locks" in navigator)) return undefined;
  const { held = [] } = await navigator.locks.query();
  const taken = new Set(held.map(({ name }) => name));
  const left = slots().filter(({ number }) => !taken.has(PREFIX + number) && number !== own);
  const old = left.filter(({ saved }) => Date.now() - saved > MAX_AGE);
  for (const { number } of old) attempt(() => localStorage.removeItem(PREFIX + number));
  const [latest] = left
    .filter((slot) => !old.includes(slot) && !slot.closed && slot.attempts < MAX_ATTEMPTS)
    .toSorted((a, b) => b.saved - a.saved);
  if (latest === undefined || !isNew || own !== undefined || location.hash !== "") return undefined;
  const { number, ...slot } = latest;
  own = claim(number);
  put(number, { ...slot, attempts: slot.attempts + 1 });
  return slot.text;
}

function slots(): readonly (Slot & { readonly number: string })[] {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => {
      const number = key.slice(PREFIX.length);
      const slot = open(number);
      return slot === undefined ? [] : [{ ...slot, number }];
    });
}

const slotOf: schema.Schema<Slot> = schema.object(
  {
    text: schema.text(),
    hash: schema.orElse(schema.text(), ""),
    saved: schema.orElse(schema.number(), 0),
    closed: schema.orElse(schema.boolean, true),
    attempts: schema.orElse(schema.number(), 0),
  },
  { others: "ignored" },
);

function open(number: string): Slot | undefined {
  const key = PREFIX + number;
  return attempt(() => slotOf(JSON.parse(localStorage.getItem(key) ?? "null"), key));
}

function put(number: string, slot: Slot): void {
  attempt(() => localStorage.setItem(PREFIX + number, JSON.stringify(slot)));
}

/** The result, or undefined where the browser forbids it. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
