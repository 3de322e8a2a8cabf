/** How two numbers are written so that a difference between them can be seen. */
import { format } from "@neural-viz/engine";
import { messages } from "#text/ownCode";
import { display } from "../../ui/quantity/display.ts";

const MAX_DIGITS = 17;

/** Yours and ours: with four digits, or as many as they need to differ. */
export function pairText(yours: number, ours: number): readonly [yours: string, ours: string] {
  const short = [format(yours), format(ours)] as const;
  if (short[0] !== short[1] || Object.is(yours, ours) || yours === ours) return short;
  for (let digits = 5; digits <= MAX_DIGITS; digits++) {
    const [a, b] = [yours.toPrecision(digits), ours.toPrecision(digits)];
    if (a !== b) return [display(a), display(b)];
  }
  return short;
}

/** How far apart they are. */
export const apartText = ({ yours, ours }: { readonly yours: number; readonly ours: number }): string =>
  format(Math.abs(yours - ours));

/** How far apart two numbers are, and how far rounding can move them. */
export const apartSentence = (
  pair: { readonly yours: number; readonly ours: number },
  tolerance: number,
): string =>
  Number.isFinite(pair.yours - pair.ours)
    ? messages.apartBy(apartText(pair), format(tolerance))
    : messages.notFinite;
