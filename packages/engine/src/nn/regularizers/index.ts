import type { Regularizer } from "../regularizer.ts";
import { l1 } from "./l1.ts";
import { l2 } from "./l2.ts";

/** Every regularizer by its name, in the order of the terms of R; the gradient adds theirs from the last to the first. */
export const regularizers = { l1, l2 } satisfies Record<string, Regularizer>;

/** What a regularizer is called: l1, l2. */
export type RegularizerName = keyof typeof regularizers;

/** The factor of each regularizer; 0 leaves it out. */
export type Regularization = Readonly<Record<RegularizerName, number>>;

/** No penalty at all. */
export const noRegularization: Regularization = { l1: 0, l2: 0 };

/** The regularizers whose factor isn't 0, in the order of the terms of R. */
export function activeRegularizers(
  regularization: Regularization,
): { readonly name: RegularizerName; readonly factor: number; readonly regularizer: Regularizer }[] {
  return (Object.keys(regularizers) as RegularizerName[])
    .map((name) => ({ name, factor: regularization[name], regularizer: regularizers[name] }))
    .filter(({ factor }) => factor !== 0);
}
