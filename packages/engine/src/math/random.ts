/**
 * The random number generator: MT19937, seeded and used as PyTorch does for float64, so that a seed gives the same
 * numbers in both.
 *
 * A uniform number is u = (the low 53 bits of a 64-bit draw) × 2⁻⁵³. The 64 bits are two 32-bit words, the high word
 * first.
 */
import { cos, ln } from "./elementary.ts";
import { mersenne } from "./mersenne.ts";

/** A source of random numbers. The same seed gives the same numbers. */
export interface Random {
  /** The next number, uniform in [0, 1), as torch.rand gives in float64 after torch.manual_seed. */
  uniform(): number;
  /** The next 32 bits, 0 … 2³² − 1. */
  word(): number;
}

/** A generator with a seed from 0 to 2³² − 1. */
export function createRandom(seed: number): Random {
  const word = mersenne(seed);
  return {
    uniform() {
      const high = word() & 0x1fffff; // 21 bits
      const low = word(); // 32 bits
      return (high * 2 ** 32 + low) * 2 ** -53;
    },
    word,
  };
}

/**
 * The numbers 0 … n − 1 in a random order, as torch.randperm(n) gives with a generator of this seed. Fisher & Yates
 * 1938, from the front: entry i swaps with a random one of the entries i … n − 1.
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
