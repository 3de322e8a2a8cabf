/** Where a wrong input must be a value, across a worker or while somebody types; everywhere else it is thrown. */
import type { Message } from "../text/message.ts";
import { InputError } from "./errors.ts";

/** A value, or one sentence why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Message };

/** The value, or what was wrong with the input; any other error is thrown on. */
export function attempt<T>(ask: () => T): Result<T> {
  try {
    return { ok: true, value: ask() };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, why: error.sentence };
    throw error;
  }
}
