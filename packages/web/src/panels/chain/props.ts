import type { ParameterName } from "@neural-viz/engine";

/** How the choice of what paths begin at names an input, by its number from 1. Parameters go by their names. */
export const inputName = (k: number): string => `x.${k}`;

/** The number of the input that this names; undefined if it names a parameter. */
export function inputOf(name: string): number | undefined {
  return name.startsWith("x.") ? Number(name.slice(2)) : undefined;
}

/** The gradient that a part of the chain rule is about. */
export interface ChainProps {
  name: ParameterName;
  /** From 1. */
  sample: number;
  t: number;
}

/** The input that a part of the chain rule is about. */
export interface InputProps extends Omit<ChainProps, "name"> {
  /** From 1. */
  input: number;
}
