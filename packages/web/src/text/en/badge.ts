import { plural } from "@neural-viz/engine";

export const messages = {
  // Badge
  checkedAtRest: "Gradients are checked when training pauses",
  checking: "Checking the gradients…",
  gradientCheck: "Gradient check",
  whatIsChecked: "Compares backprop with finite differences for every weight and bias",

  withFiniteDifferences: (error: string) => `with finite differences, to ${error}`,

  // verdict
  gradients: (count: number) => (count === 1 ? "gradient" : "gradients"),
  agrees: "✓ agrees",
  whyAgrees: "Backprop and the finite difference agree as closely as this ε can resolve.",
  overflow: "not finite",
  whyOverflow: "A loss or a gradient is not a finite number, so there’s nothing to compare.",
  kink: "kink",
  whyKink:
    "A ReLU switches on or off between w − ε and w + ε. The loss has a kink there, so the two can differ even when backprop is correct.",
  flat: "both ≈ 0",
  whyFlat:
    "Both are too small for a difference of two losses to resolve. The loss is flat here, and that’s not an error.",
  differs: "⚠ differs",
  whyDiffers: "The two differ by more than this ε can explain.",
  someOverflow: (overflow: number, n: number) =>
    `${overflow} of ${plural(n, { one: "gradient", other: "gradients" })} not finite`,
  someDiffer: (differs: number, n: number) =>
    `⚠ ${differs} of ${n} gradients ${differs === 1 ? "differs" : "differ"}`,
  allAgree: (n: number) => `✓ all ${n} gradients agree`,
  someFlat: (n: number) => `${n} flat`,
  someAtAKink: (n: number) => `${n} at a kink`,
  noneToCompare: (others: string) => `No gradient can be compared: ${others}`,
  mostAgree: (agrees: number, n: number, others: string) => `✓ ${agrees} of ${n} gradients agree, ${others}`,
};
