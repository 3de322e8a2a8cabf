import { type Explanation, parseId } from "@neural-viz/engine";
import { Formula } from "./Formula.tsx";
import { plainOf } from "./names.ts";
import { NumberLine } from "./NumberLine.tsx";

/** Symbols, and below them the same with numbers. */
export function Derivation({ of, className }: { of: Explanation; className?: string | undefined }) {
  const id = parseId(of.id);
  return (
    <div className={className} role="group" aria-label={id === undefined ? of.id : plainOf(id)}>
      <Formula of={of} />
      {of.numbers !== undefined && <NumberLine of={of} line={of.numbers} />}
    </div>
  );
}
