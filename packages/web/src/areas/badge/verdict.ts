/** The sentences about the gradient check. */
import type { CheckedParameter, GradientCheck, GradientVerdict } from "@neural-viz/engine";
import { messages } from "#text/badge";

export const verdicts: Readonly<Record<GradientVerdict, { readonly label: string; readonly why: string }>> = {
  agrees: { label: messages.agrees, why: messages.whyAgrees },
  overflow: {
    label: messages.overflow,
    why: messages.whyOverflow,
  },
  kink: {
    label: messages.kink,
    why: messages.whyKink,
  },
  saturated: {
    label: messages.flat,
    why: messages.whyFlat,
  },
  differs: { label: messages.differs, why: messages.whyDiffers },
};

export const countOf = ({ parameters }: GradientCheck, verdict: GradientVerdict): number =>
  parameters.filter((parameter) => parameter.verdict === verdict).length;

/** The result in a few words: how many gradients agree, and what the others are. */
export function summaryOf(found: GradientCheck): string {
  const n = found.parameters.length;
  const [overflow, kink, saturated, differs] = (["overflow", "kink", "saturated", "differs"] as const).map(
    (verdict) => countOf(found, verdict),
  ) as [number, number, number, number];
  const agrees = n - overflow - kink - saturated - differs;
  if (overflow > 0) return messages.someOverflow(overflow, n);
  if (differs > 0) return messages.someDiffer(differs, n);
  if (agrees === n) return messages.allAgree(n);
  const others = [
    saturated > 0 ? messages.someFlat(saturated) : "",
    kink > 0 ? messages.someAtAKink(kink) : "",
  ];
  const left = others.filter((part) => part !== "").join(", ");
  return agrees === 0 ? messages.noneToCompare(left) : messages.mostAgree(agrees, n, left);
}

/** The same for small spaces. In the smallest, ∇ stands for the gradients. */
export function shortOf(found: GradientCheck, named: (count: number) => string = () => "∇"): string {
  const differs = countOf(found, "differs");
  if (countOf(found, "overflow") > 0) return `${named(0)} ∞`;
  if (differs > 0) return `⚠ ${differs} ${named(differs)}`;
  const agrees = countOf(found, "agrees");
  return agrees === 0 ? `${named(0)} ≈ 0` : `✓ ${agrees} ${named(agrees)}`;
}

/** The parameter whose gradient is largest in size. */
export function steepest(found: GradientCheck): CheckedParameter {
  return found.parameters.reduce((most, parameter) =>
    Math.abs(parameter.backprop) > Math.abs(most.backprop) ? parameter : most,
  );
}
