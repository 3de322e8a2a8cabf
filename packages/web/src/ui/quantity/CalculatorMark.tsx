import type { Explanation } from "@neural-viz/engine";
import { messages } from "#text/quantity";

interface CalculatorMarkProps {
  of: Pick<Explanation, "value" | "inputs">;
  className: string | undefined;
}

/** The sign that a calculator gives the printed result. None takes ∞ or NaN, so a line with one of them goes without. */
export function CalculatorMark({ of, className }: CalculatorMarkProps) {
  if (![of, ...of.inputs].every(({ value }) => Number.isFinite(value))) return undefined;
  return (
    <b className={className} title={messages.calculatorAgrees}>
      ✓
    </b>
  );
}
