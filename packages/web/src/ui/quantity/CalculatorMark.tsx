import type { Explanation } from "@neural-viz/engine";
import { messages } from "#text/quantity";

interface CalculatorMarkProps {
  of: Pick<Explanation, "value" | "inputs">;
  className: string | undefined;
}

/**
 * Marks a line whose calculation gives the printed result on a calculator. Calculators have no ∞ or NaN, so lines
 * with these go without it.
 */
export function CalculatorMark({ of, className }: CalculatorMarkProps) {
  if (![of, ...of.inputs].every(({ value }) => Number.isFinite(value))) return undefined;
  return (
    <b className={className} title={messages.calculatorAgrees}>
      ✓
    </b>
  );
}
