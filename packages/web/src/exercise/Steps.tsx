/** The formulas on the way to a result, and those of them through which an unknown leads to it. */
import { idOf, isCalculation, plainOf, type QuantityId, statedFor, substitution } from "@neural-viz/engine";
import { messages } from "#text/exercise";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Card.module.css";
import type { Book } from "./progress.ts";
import { ScrollingFormula } from "./ScrollingFormula.tsx";

/** A hint: how the result comes of the unknown, step by step. */
export function Steps({ book, unknown, wanted }: { book: Book; unknown: QuantityId; wanted: QuantityId }) {
  const { symbol, formula } = book;
  return (
    <div className={styles.hints}>
      <p>
        {messages.leadsTo(
          <Tex tex={symbol(unknown)} plain={plainOf(idOf(unknown))} />,
          <Tex tex={symbol(wanted)} plain={plainOf(idOf(wanted))} />,
        )}
      </p>
      {pathFrom(unknown, wanted, book).map((id) => (
        <ScrollingFormula key={id} tex={formula(id)} plain={plainOf(idOf(id))} />
      ))}
    </div>
  );
}

/** What is computed on the way to a quantity, in order. */
export const chainTo = (wanted: QuantityId, book: Book): QuantityId[] =>
  allTo(wanted, book).filter((id) => isStep(id, book));

/** The quantities of the way that change with the unknown, in order. */
function pathFrom(unknown: QuantityId, wanted: QuantityId, book: Book): QuantityId[] {
  const changed = new Set([unknown]);
  for (const id of allTo(wanted, book)) {
    if (usesOf(id, book).some((input) => changed.has(input))) changed.add(id);
  }
  return [...changed].filter((id) => id !== unknown && isStep(id, book));
}

/** Everything that a quantity is computed from and that isn't stated, in order, and the quantity. */
function allTo(wanted: QuantityId, book: Book): QuantityId[] {
  const stated = new Set(statedFor(book.run, [wanted], book.exercise.t));
  const all = new Set<QuantityId>();
  const visit = (id: QuantityId): void => {
    if (stated.has(id) || all.has(id)) return;
    for (const input of usesOf(id, book)) visit(input);
    all.add(id);
  };
  visit(wanted);
  return [...all];
}

const usesOf = (id: QuantityId, { run, exercise }: Book): readonly QuantityId[] =>
  substitution(run, exercise, id)?.uses ?? [];

/** Whether a formula computes something: a mean of one term only repeats it. */
function isStep(id: QuantityId, { run, exercise }: Book): boolean {
  const found = substitution(run, exercise, id);
  return found !== undefined && isCalculation(found.line);
}
