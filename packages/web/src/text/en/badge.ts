export const words = {
  // Badge
  checkedAtRest: "Gradients are checked at rest",
  checking: "Checking the gradients …",
  gradientCheck: "Gradient check",
  whatIsChecked: "Backprop beside finite differences, for every weight and bias",

  // verdict
  agrees: "✓ agrees",
  whyAgrees: "Both slopes are the same up to what this ε can resolve.",
  overflow: "no finite number",
  whyOverflow:
    "A loss or a slope is no finite number any more, so there is nothing to compare: training has diverged.",
  kink: "kink",
  whyKink: "A ReLU switches between w − ε and w + ε, so the loss bends there and the two may rightly differ.",
  flat: "both ≈ 0",
  whyFlat: "Both slopes are below what a difference of two losses can resolve: flat, not wrong.",
  differs: "⚠ differs",
  whyDiffers: "The two slopes differ by more than this ε explains.",
  someOverflow: (overflow: number, n: number) => `${overflow} of ${n} gradients are no finite numbers`,
  someDiffer: (differs: number, n: number) => `⚠ ${differs} of ${n} gradients differ`,
  allAgree: (n: number) => `✓ all ${n} gradients agree`,
  someFlat: (n: number) => `${n} flat`,
  someAtAKink: (n: number) => `${n} at a kink`,
  noneToCompare: (others: string) => `No gradient is large enough to check: ${others}`,
  mostAgree: (agrees: number, n: number, others: string) => `✓ ${agrees} of ${n} gradients agree, ${others}`,
};
