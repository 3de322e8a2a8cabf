/** Which hinge of layer 1 is active: the one under the pointer or, without one, the one with the focus. */
import { useState } from "react";

export interface Active {
  /** The neuron, from 1. */
  readonly unit: number | undefined;
  readonly hover: (unit: number | undefined) => void;
  readonly focus: (unit: number | undefined) => void;
}

export function useActive(): Active {
  const [hovered, hover] = useState<number>();
  const [focused, focus] = useState<number>();
  return { unit: hovered ?? focused, hover, focus };
}
