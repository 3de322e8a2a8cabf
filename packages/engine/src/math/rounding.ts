/** What rounding alone can make of a number. */

/** The spacing of doubles at 1. */
const ULP = 2 ** -52;
/** Rounding errors of about so many ulps are in each term before it is added. */
const EACH = 8;

/**
 * Whether a mean is no larger in size than rounding can make a mean of these terms whose exact value is 0: adding n
 * terms rounds n times, each time by at most half an ulp of what has been added so far.
 */
export function isRounding(mean: number, terms: ArrayLike<number> & Iterable<number>): boolean {
  let size = 0;
  for (const term of terms) size += Math.abs(term);
  return Math.abs(mean) <= (terms.length + EACH) * ULP * (size / terms.length);
}

/**
 * Whether a probability is ½ up to the rounding of the sigmoid, whose result may be wrong by two units in the last
 * place: on which side of ½ it stands means nothing then.
 */
export function isTie(probability: number): boolean {
  return Math.abs(probability - 0.5) <= ULP;
}
