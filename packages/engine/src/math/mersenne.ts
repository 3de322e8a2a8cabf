/** The stream of MT19937: 32 random bits at a time, from a state of 624 words. Matsumoto & Nishimura 1998. */

/** Words of the state. */
const SIZE = 624;
/** How many words ahead the word is that a twisted word is combined with. */
const AHEAD = 397;

/** A function that returns the next 32 bits, 0 … 2³² − 1, of the stream of a seed from 0 to 2³² − 1. */
export function mersenne(seed: number): () => number {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let i = 1; i < SIZE; i++) {
    const before = state[i - 1]!;
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  let next = SIZE;
  return () => {
    if (next === SIZE) {
      twist(state);
      next = 0;
    }
    return tempered(state[next++]!);
  };
}

/** Replaces every word by the next one of its recurrence. */
function twist(state: Uint32Array): void {
  for (let i = 0; i < SIZE; i++) {
    const following = state[i === SIZE - 1 ? 0 : i + 1]!;
    const joined = (state[i]! & 0x80000000) | (following & 0x7fffffff);
    const ahead = state[i < SIZE - AHEAD ? i + AHEAD : i + AHEAD - SIZE]!;
    state[i] = ahead ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
  }
}

/** Mixes the bits of a word, so that they are spread evenly over several draws. */
function tempered(word: number): number {
  let bits = word ^ (word >>> 11);
  bits ^= (bits << 7) & 0x9d2c5680;
  bits ^= (bits << 15) & 0xefc60000;
  return (bits ^ (bits >>> 18)) >>> 0;
}
