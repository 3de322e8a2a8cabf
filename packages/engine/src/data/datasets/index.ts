import type { Dataset } from "../dataset.ts";
import { and } from "./and.ts";
import { blobs } from "./blobs.ts";
import { bumps } from "./bumps.ts";
import { circles } from "./circles.ts";
import { clusters } from "./clusters.ts";
import { hills } from "./hills.ts";
import { iris } from "./iris.ts";
import { line } from "./line.ts";
import { linear } from "./linear.ts";
import { moons } from "./moons.ts";
import { or } from "./or.ts";
import { penguins } from "./penguins.ts";
import { pinwheel } from "./pinwheel.ts";
import { plane } from "./plane.ts";
import { rings } from "./rings.ts";
import { sine } from "./sine.ts";
import { spiral } from "./spiral.ts";
import { step } from "./step.ts";
import { xor } from "./xor.ts";

/** Every dataset by its name. */
export const datasets = {
  circles,
  moons,
  spiral,
  linear,
  clusters,
  xor,
  and,
  or,
  blobs,
  pinwheel,
  rings,
  line,
  sine,
  step,
  bumps,
  plane,
  hills,
  iris,
  penguins,
} satisfies Record<string, Dataset>;

/** The name of a dataset of the registry. */
export type DatasetName = keyof typeof datasets;
