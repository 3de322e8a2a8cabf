import { type QuantityId, statedFor, substitution, valueOf } from "@neural-viz/engine";
import { messages } from "#text/exercise";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Exercise.module.css";
import { given, result } from "./numberText.ts";
import { type Book, knownValue, type Progress } from "./progress.ts";

/** Everything that is given: the data, the parameters, the settings, and results that are stated as well. */
export function Given({ book, open, unknown }: { book: Book; open: boolean; unknown?: QuantityId }) {
  const { exercise, run, symbol } = book;
  const { ask, t, digits } = exercise;
  const all = [...statedFor(run, [...ask, ...exercise.given], t), ...exercise.given];
  return (
    <details className={styles.given} open={open}>
      <summary>{messages.given}</summary>
      <ul>
        {all.map((id) => (
          <li key={id}>
            <Tex tex={symbol(id)} plain={id} /> = {id === unknown ? "?" : given(valueOf(run, id), digits)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The most numbers that are listed for one formula. */
const MAX_LISTED = 18;

/** The numbers that the blank is computed from: given, found, or still to find. */
export function Uses({ book, progress, id }: { book: Book; progress: Progress; id: QuantityId }) {
  const { exercise, run, symbol } = book;
  const { ask, t, digits } = exercise;
  const stated = new Set([...statedFor(run, [...ask, ...exercise.given], t), ...exercise.given]);
  const uses = substitution(run, exercise, id)?.uses ?? [];
  if (uses.length === 0 || uses.length > MAX_LISTED) return undefined;
  const valueText = (input: QuantityId): string => {
    if (stated.has(input)) return given(valueOf(run, input), digits);
    const known = knownValue(book, progress, input);
    return known === undefined ? "?" : result(known, digits);
  };
  return (
    <div className={styles.uses}>
      <span className={styles.hint}>{messages.uses(<Tex tex={symbol(id)} plain="" />)}</span>
      <ul>
        {uses.map((input) => (
          <li key={input}>
            <Tex tex={symbol(input)} plain={input} /> = {valueText(input)}
          </li>
        ))}
      </ul>
    </div>
  );
}
