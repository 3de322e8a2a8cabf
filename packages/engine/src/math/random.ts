/**
 * The random generator: MT19937, seeded and drawn as PyTorch does for float64, so that one seed gives the same
 * numbers here and there.
 *
 * Matsumoto & Nishimura 1998. A uniform number is u = (the low 53 bits of a 64-bit draw) × 2⁻⁵³; the 64 bits are two
 * 32-bit words, the first of which is the high one.
 */
import { mersenne } from "pure-rand/generator/mersenne";
import { cos, ln } from "./elementary.ts";

/** A source of random numbers; the same seed gives the same ones. */
export interface Random {
  /** The next number, uniform in [0, 1): the same as torch.rand in float64 after torch.manual_seed. */
  uniform(): number;
  /** The next 32 bits, 0 … 2³² − 1. */
  word(): number;
}

/** A generator for a seed of 0 … 2³² − 1. */
export function createRandom(seed: number): Random {
  const generator = mersenne(seed);
  return {
    uniform() {
      const high = generator.next() & 0x1fffff; // 21 bits
      const low = generator.next() >>> 0; // 32 bits
      return (high * 2 ** 32 + low) * 2 ** -53;
    },
    word: () => generator.next() >>> 0,
  };
}

/**
 * The numbers 0 … n − 1 in a random order: the same as torch.randperm(n) with a generator of this seed.
 * Fisher & Yates 1938, from the front: place i changes with one of the places i … n − 1.
 */
export function permutation(n: number, seed: number): Int32Array {
  const random = createRandom(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const other = i + (random.word() % (n - i));
    const swapped = order[i]!;
    order[i] = order[other]!;
    order[other] = swapped;
  }
  return order;
}

/** A draw from the standard normal distribution. Box & Muller 1958: √(−2 ln(1 − u)) · cos(2πv). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * ln(1 - random.uniform()));
  return radius * cos(2 * Math.PI * random.uniform());
}
