/** What an activation does at a point of its curve, in a sentence. Where there are cases, it says which one holds. */
import type { ActivationName } from "../nn/activations.ts";

interface Captions {
  /** How a = f(z) comes out of this z. */
  readonly value: (z: number) => string;
  /** How f′(z) comes out of this a = f(z). */
  readonly slope: (a: number) => string;
}

const captions: Record<ActivationName, Captions> = {
  relu: {
    value: (z) =>
      z <= 0
        ? "Its z is not positive, so ReLU outputs 0."
        : "Its z is positive, so ReLU passes it on unchanged.",
    slope: (a) =>
      a > 0 ? "Its z is positive, so ReLU's slope is 1." : "Its z is not positive, so ReLU's slope is 0.",
  },
  leakyRelu: {
    value: (z) =>
      z <= 0
        ? "Its z is not positive, so leaky ReLU multiplies it by 0.01."
        : "Its z is positive, so leaky ReLU passes it on unchanged.",
    slope: (a) =>
      a > 0
        ? "Its z is positive, so leaky ReLU's slope is 1."
        : "Its z is not positive, so leaky ReLU's slope is 0.01.",
  },
  identity: {
    value: () => "The identity passes its z on unchanged.",
    slope: () => "The identity's slope is 1 everywhere.",
  },
  tanh: {
    value: () => "It's tanh of its z.",
    slope: () => "The slope of tanh is 1 minus its output squared.",
  },
  sigmoid: {
    value: () => "It's the sigmoid of its z.",
    slope: () => "The slope of the sigmoid is its output times 1 minus its output.",
  },
};

/** A sentence on how an activation made its output from this z. */
export function valueCaption(activation: ActivationName, z: number): string {
  return Number.isNaN(z) ? "Its z is not a number, so neither is its output." : captions[activation].value(z);
}

/** A sentence on how large an activation's slope is where it outputs this a. */
export function slopeCaption(activation: ActivationName, a: number): string {
  return Number.isNaN(a) ? "Its output is not a number." : captions[activation].slope(a);
}
