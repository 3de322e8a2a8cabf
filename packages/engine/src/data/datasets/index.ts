import type { Dataset } from "../dataset.ts";
import { and } from "./and.ts";
import { circles } from "./circles.ts";
import { clusters } from "./clusters.ts";
import { linear } from "./linear.ts";
import { moons } from "./moons.ts";
import { or } from "./or.ts";
import { spiral } from "./spiral.ts";
import { xor } from "./xor.ts";

/** Every dataset by its name. */
export const datasets = { circles, moons, spiral, linear, clusters, xor, and, or } satisfies Record<
  string,
  Dataset
>;

/** The name of a dataset of the registry. */
export type DatasetName = keyof typeof datasets;
