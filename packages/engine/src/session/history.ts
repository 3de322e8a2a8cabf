/** The loss of every epoch so far, in a buffer that grows by a sixteenth when it is full. */
export interface History {
  readonly length: number;
  at(t: number): number | undefined;
  /** Sets the value after t updates; t is at most the length. */
  set(t: number, loss: number): void;
  /** The values from `from` on, a view that the next growth leaves behind. */
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
