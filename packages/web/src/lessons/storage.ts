/** Saves values on this device. If the browser's storage is forbidden or full, the page works without it. */

import type { schema } from "@neural-viz/engine";

/** The value saved under a key, if it can be read. */
export function load<T>(key: string, read: schema.Schema<T>): T | undefined {
  try {
    return read(JSON.parse(localStorage.getItem(key) ?? "null"), key);
  } catch {
    return undefined;
  }
}

export function save(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden.
  }
}
