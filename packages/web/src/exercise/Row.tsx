import { explain, idOf, type QuantityId, substitution, valueOf } from "@neural-viz/engine";
import { messages } from "#text/exercise";
import { display } from "../ui/quantity/display.ts";
import * as styles from "./Card.module.css";
import { result } from "./numberText.ts";
import { type Book, isSettled, type Status } from "./progress.ts";
import { ScrollingFormula } from "./ScrollingFormula.tsx";
import { nameOf } from "./names.ts";
import { type Blanks, fieldId } from "./useBlanks.ts";

/** The formula of a number, the blank for it, and what is said of the answer. */
export function Row({ id, book, blanks }: { id: QuantityId; book: Book; blanks: Blanks }) {
  const { progress, entryOf, problemOf, current } = blanks;
  const status = progress.statusOf(id);
  const { text, hints } = entryOf(id);
  const name = nameOf(book, id);
  const problem = problemOf(id);
  const judgment = progress.judgmentOf(id);
  // What follows from one's own numbers counts, so a hint goes on from them, and doesn't give the right ones away.
  const ownNumbers = (input: QuantityId): number =>
    progress.judgmentOf(input)?.answer ?? valueOf(book.run, input);
  const sayId = `${fieldId(id)}-said`;
  const said =
    problem ??
    (status === "wrong"
      ? messages.notQuite(judgment?.mistake?.text)
      : status === "follows"
        ? judgment?.message.text
        : undefined);
  const value = status === "found" || status === "follows" ? judgment!.answer! : book.answers.get(id)!.value;
  return (
    <li className={styles.row} data-status={status} data-current={id === current || undefined}>
      <ScrollingFormula tex={book.formula(id)} plain={name} />
      {isSettled(status) ? (
        <span className={styles.known}>
          <strong>{result(value, book.exercise.digits)}</strong>
          <Mark status={status} />
        </span>
      ) : (
        <input
          id={fieldId(id)}
          className={styles.blank}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          aria-label={messages.answerFor(name)}
          aria-invalid={said !== undefined || undefined}
          aria-describedby={said === undefined ? undefined : sayId}
          value={text}
          onFocus={() => blanks.goTo(id)}
          onChange={({ target }) => blanks.type(id, target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            blanks.check(id);
          }}
        />
      )}
      {status === "worked" && <Substituted id={id} book={book} />}
      {said !== undefined && (
        <p id={sayId} className={styles.said}>
          {said}
        </p>
      )}
      {!isSettled(status) && hints > 0 && (
        <div className={styles.hints}>
          <p>{meaningOf(id, book)}</p>
          {hints > 1 && (
            <p>
              {messages.numbersIn(<span className={styles.numbers}>{numbersIn(id, book, ownNumbers)}</span>)}
            </p>
          )}
        </div>
      )}
    </li>
  );
}

/** The formula with its numbers put in. */
function Substituted({ id, book }: { id: QuantityId; book: Book }) {
  return <p className={styles.numbers}>= {numbersIn(id, book)}</p>;
}

/** The right side of a formula with its numbers put in, without the result; those of the run unless others are given. */
export function numbersIn(
  id: QuantityId,
  { run, exercise }: Book,
  valueAt?: (input: QuantityId) => number,
): string {
  const tokens = substitution(run, exercise, id, valueAt)?.line.tokens ?? [];
  return display(
    tokens
      .slice(0, -2)
      .map(({ text }) => text)
      .join(""),
  );
}

/** How a number is computed, in a sentence. What an update did says its result, so its rule comes instead. */
export function meaningOf(id: QuantityId, { run }: Book): string {
  return idOf(id).kind === "parameter" ? messages.whyUpdate : explain(run, id).caption.text;
}

function Mark({ status }: { status: Status }) {
  if (status === "worked") return undefined;
  if (status === "shown") return <span className={styles.shown}>{messages.shown}</span>;
  return (
    <span
      className={styles.ok}
      role="img"
      aria-label={status === "found" ? messages.correct : messages.follows}
    >
      ✓
    </span>
  );
}
