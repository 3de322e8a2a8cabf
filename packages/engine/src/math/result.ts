/** Results that hold an error as a value, for workers and for input that is still being typed. Elsewhere errors are thrown. */
import type { Message } from "../text/message.ts";
import { InputError } from "./errors.ts";

/** A value, or one sentence that says why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Message };

/** Calls `ask` and returns its value, or the message of an InputError. Any other error is rethrown. */
export function attempt<T>(ask: () => T): Result<T> {
  try {
    return { ok: true, value: ask() };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, why: error.sentence };
    throw error;
  }
}
