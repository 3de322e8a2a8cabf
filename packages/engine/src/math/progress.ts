/**
 * A long computation in small pieces: a generator that yields the fraction done, 0 to 1, and returns the result. Its
 * caller can do other work between two pieces, show the progress, or stop early.
 */
export type Work<Result> = Generator<number, Result, void>;

/** Runs a computation to its end and returns the result. */
export function finish<Result>(work: Work<Result>): Result {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}
