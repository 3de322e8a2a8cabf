/** What stays on this device. Where the browser keeps nothing, or has no room, the page goes on without it. */

/** What was kept under a key, if it is what it should be. */
export function recall<T>(key: string, is: (value: unknown) => value is T): T | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return is(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden.
  }
}
