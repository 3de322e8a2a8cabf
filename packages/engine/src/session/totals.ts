/** How a weighted sum z adds up over a picture: one picture for b, and one more for each term. */
import type { Network } from "../nn/network.ts";
import { type SumPlace, type Totals, totalsOfEach } from "../nn/totals.ts";
import { cellFeatures, type Picture } from "./pictures.ts";

/** Running totals in the cells of a picture, row by row: `size` cells for one input, size × size for more. */
export interface TotalsPictures extends Totals {
  readonly size: number;
}

/** The running totals of z over a picture. In an order of your own, the last may differ from z in its last bits. */
export function totals(
  network: Network,
  params: Float64Array,
  { picture, size, place, order }: TotalsChoice,
): TotalsPictures {
  return { size, ...totalsOfEach(network, params, cellFeatures(network, picture, size), place, order) };
}

/** What to draw the running totals of. */
export interface TotalsChoice {
  readonly picture: Picture;
  readonly size: number;
  readonly place: SumPlace;
  /** The order of the terms, from 0; without one the rising order, in which training adds. */
  readonly order?: readonly number[] | undefined;
}
