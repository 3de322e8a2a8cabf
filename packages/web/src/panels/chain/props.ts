import type { ParameterName } from "@neural-viz/engine";

/** The gradient that a part of the chain rule is about. */
export interface ChainProps {
  name: ParameterName;
  /** From 1. */
  sample: number;
  t: number;
}
