/**
 * Work that takes long, in small pieces: a generator that yields the share done, 0 to 1, and returns the result. Who
 * runs it may look elsewhere between two pieces, show how far it is, or drop it.
 */
export type Work<Result> = Generator<number, Result, void>;

/** Does all of it at once. */
export function finish<Result>(work: Work<Result>): Result {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}
