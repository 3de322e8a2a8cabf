/** The loss after every update so far, in a buffer that grows by a sixteenth when it's full. */
export interface History {
  readonly length: number;
  at(t: number): number | undefined;
  /** Sets the loss after t updates and drops all later ones. t must be at most `length`. */
  set(t: number, loss: number): void;
  /** A view of the values from index `from` on. It becomes stale when the buffer grows. */
  view(from?: number): Float64Array;
}

/** An empty history. */
export function createHistory(): History {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (t) => (t >= 0 && t < length ? values[t] : undefined),
    set(t, loss) {
      if (t >= values.length) {
        const larger = new Float64Array(t + Math.max(1024, t >> 4));
        larger.set(values);
        values = larger;
      }
      values[t] = loss;
      length = t + 1;
    },
    view: (from = 0) => values.subarray(from, length),
  };
}
