import { type Explanation, idOf, plainOf } from "@neural-viz/engine";
import { Formula } from "./Formula.tsx";
import { NumberLine } from "./NumberLine.tsx";

/** Symbols, and below them the same with numbers. */
export function Derivation({ of, className }: { of: Explanation; className?: string | undefined }) {
  return (
    <div className={className} role="group" aria-label={plainOf(idOf(of.id))}>
      <Formula of={of} />
      {of.numbers !== undefined && <NumberLine of={of} line={of.numbers} />}
    </div>
  );
}
