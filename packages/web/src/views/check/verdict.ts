/** What the gradient check found, in words. */
import type { CheckedParameter, GradientCheck, GradientVerdict } from "@neural-viz/engine";

export const verdicts: Readonly<Record<GradientVerdict, { readonly label: string; readonly why: string }>> = {
  agrees: { label: "✓ agrees", why: "Both slopes are the same up to what this ε can resolve." },
  overflow: {
    label: "no finite number",
    why: "A loss or a slope is no finite number any more, so there is nothing to compare: training has diverged.",
  },
  kink: {
    label: "kink",
    why: "A ReLU switches between w − ε and w + ε, so the loss bends there and the two may rightly differ.",
  },
  saturated: {
    label: "both ≈ 0",
    why: "Both slopes are below what a difference of two losses can resolve: flat, not wrong.",
  },
  differs: { label: "⚠ differs", why: "The two slopes differ by more than this ε explains." },
};

export const countOf = ({ parameters }: GradientCheck, verdict: GradientVerdict): number =>
  parameters.filter((parameter) => parameter.verdict === verdict).length;

/** The check in a few words: how many agree, and what became of the others. */
export function summaryOf(found: GradientCheck): string {
  const n = found.parameters.length;
  const [overflow, kink, saturated, differs] = (["overflow", "kink", "saturated", "differs"] as const).map(
    (verdict) => countOf(found, verdict),
  ) as [number, number, number, number];
  const agrees = n - overflow - kink - saturated - differs;
  if (overflow > 0) return `${overflow} of ${n} gradients are no finite numbers`;
  if (differs > 0) return `⚠ ${differs} of ${n} gradients differ`;
  if (agrees === n) return `✓ all ${n} gradients agree`;
  const others = [saturated > 0 ? `${saturated} flat` : "", kink > 0 ? `${kink} at a kink` : ""];
  return `✓ ${agrees} of ${n} gradients agree, ${others.filter((part) => part !== "").join(", ")}`;
}

/** The same for where there is no room: ∇ stands for the gradients. */
export function shortOf(found: GradientCheck): string {
  const differs = countOf(found, "differs");
  if (countOf(found, "overflow") > 0) return "∇ ∞";
  return differs > 0 ? `⚠ ${differs} ∇` : `✓ ${found.parameters.length} ∇`;
}

/** The parameter whose gradient is largest in size. */
export function steepest(found: GradientCheck): CheckedParameter {
  return found.parameters.reduce((most, parameter) =>
    Math.abs(parameter.backprop) > Math.abs(most.backprop) ? parameter : most,
  );
}
