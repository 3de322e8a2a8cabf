/**
 * Saves each tab's state in a slot of the browser's storage. A tab finds its slot by a number in its session storage,
 * which survives reloads. It holds a lock on its slot, so that two tabs never share one. A slot that isn't marked
 * closed and that nobody holds belongs to a tab that crashed.
 *
 * Storage may be forbidden or full, and locks need a secure address. In that case less is saved, and nothing else
 * changes.
 */

import { schema } from "@neural-viz/engine";
import { numberOfTab, OWN } from "./tab.ts";

const PREFIX = "neural-viz.tab.";
/** Slots of closed tabs are removed after this many milliseconds. Until then a closed tab can be reopened. */
const MAX_AGE = 7 * 24 * 60 * 60 * 1000;
/** How long a reloaded page may take to release its lock, in milliseconds. */
const GIVEN_UP = 3000;
/** A state that was restored this many times in vain may be what crashes the page. */
const MAX_ATTEMPTS = 2;

interface Slot {
  readonly text: string;
  /** The fragment of the address at the time. */
  readonly hash: string;
  readonly saved: number;
  /** Whether the tab was closed properly. */
  readonly closed: boolean;
  /** How often it was restored since it was last saved. */
  readonly attempts: number;
}

/** The number of this tab's slot, if it has one. */
let own = numberOfTab();
const isNew = own === undefined;

/** The state of this tab before it was reloaded, unless it has gone to another address since. */
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

/** Saves a text in this tab's slot, or removes it if undefined. */
export function saveText(text: string | undefined): void {
  if (text === undefined && own === undefined) return;
  own ??= claim(newNumber());
  if (text === undefined) attempt(() => localStorage.removeItem(PREFIX + own));
  else put(own, { text, hash: location.hash, saved: Date.now(), closed: false, attempts: 0 });
}

/** Marks this tab's slot as closed properly. */
export function markClosed(): void {
  const slot = own === undefined ? undefined : open(own);
  if (own !== undefined && slot !== undefined) put(own, { ...slot, closed: true });
}

const newNumber = (): string => crypto.getRandomValues(new Uint32Array(2)).join("");

/** Takes this slot for this tab. */
function claim(number: string): string {
  attempt(() => sessionStorage.setItem(OWN, number));
  hold(number);
  return number;
}

/**
 * Holds the lock of a slot as long as the page lives. A reloaded page releases it a moment later. If it stays locked,
 * this tab is a copy of another one and takes a new slot.
 */
function hold(number: string): void {
  if (!("locks" in navigator)) return;
  navigator.locks
    .request(PREFIX + number, { signal: AbortSignal.timeout(GIVEN_UP) }, () => new Promise(() => {}))
    .catch((error: unknown) => {
      if (error instanceof DOMException && error.name === "TimeoutError") own = claim(newNumber());
    });
}

/** The state of a tab that crashed, if this tab is new. Also removes slots that are too old. */
export async function recoverText(): Promise<string | undefined> {
  if (own !== undefined) hold(own);
  if (!("locks" in navigator)) return undefined;
  const { held } = await navigator.locks.query().catch(() => ({ held: undefined }));
  if (held === undefined) return undefined;
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

/** The result, or undefined if the browser forbids it. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
