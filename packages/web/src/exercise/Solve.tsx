/** One unknown to solve for: an answer is put in, and the network computes what comes out. */
import {
  idOf,
  isDrawn,
  judge,
  nextVariant,
  type NumbersExercise,
  plainOf,
  type QuantityId,
  type SolveExercise,
  solveVariantOf,
} from "@neural-viz/engine";
import { useMemo, useRef, useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { parseNumber } from "../ui/kit/parseNumber.ts";
import { Tex } from "../ui/kit/Tex.tsx";
import { Bar } from "./Bar.tsx";
import * as card from "./Card.module.css";
import { CopyResult } from "./CopyResult.tsx";
import { Drawing } from "./Drawing.tsx";
import * as styles from "./Exercise.module.css";
import { Given } from "./Given.tsx";
import { openExercise } from "./leave.ts";
import { given, result } from "./numberText.ts";
import { bookOf, type Entry, noEntry, progressOf } from "./progress.ts";
import { nothingSaved, useSaved } from "./saved.ts";
import { ScrollingFormula } from "./ScrollingFormula.tsx";
import { Setup } from "./Setup.tsx";
import { chainTo, Steps } from "./Steps.tsx";
import { fieldId } from "./useBlanks.ts";

export function Solve({ exercise, fragment }: { exercise: SolveExercise; fragment: string }) {
  const unknown = exercise.ask[0]!;
  const [[wanted, goal]] = Object.entries(exercise.given) as [[QuantityId, number]];
  const book = useMemo(() => bookOf(asBlank(exercise)), [exercise]);
  const progress = useMemo(() => progressOf(book, {}, new Set()), [book]);
  const [saved, change] = useSaved(fragment);
  const { text, checked, shown, hints } = saved.entries[unknown] ?? noEntry;
  const [problem, setProblem] = useState<string>();
  const [note, setNote] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const value = parseNumber(text);
  const judgment = checked && Number.isFinite(value) ? judge(exercise, { [unknown]: value })[0] : undefined;
  const solved = judgment?.verdict === "correct";
  const write = (changed: Partial<Entry>): void =>
    change((before) => ({
      ...before,
      entries: { [unknown]: { ...(before.entries[unknown] ?? noEntry), ...changed } },
    }));
  const check = (): void => {
    const why = Number.isFinite(value)
      ? undefined
      : text.trim() === ""
        ? messages.nothingTyped
        : messages.notANumber(text);
    setProblem(why);
    if (why === undefined) write({ checked: true });
    field.current?.focus();
  };
  const help = (): void => {
    if (hints === 0) return write({ hints: 1 });
    const { solution, rejection } = solveVariantOf(exercise);
    if (rejection !== undefined) return setProblem(messages.unsolvable(rejection.message.text));
    setProblem(undefined);
    write({ text: String(solution.value), checked: true, shown: true });
    title.current?.focus();
  };
  const answerText = shown ? result(value, exercise.digits) : text.trim();
  const symbol = <Tex tex={book.symbol(unknown)} plain={plainOf(idOf(unknown))} />;
  const reached = <Tex tex={book.symbol(wanted)} plain={plainOf(idOf(wanted))} />;
  const goalText = given(goal, exercise.digits);
  const said = problem ?? judgment?.message.text;
  const renew = (): void => {
    const other = nextVariant(exercise);
    if (other === undefined) setNote(messages.noNumbers);
    else openExercise(other);
  };
  return (
    <div className={styles.frame}>
      <h1 ref={title} className={styles.sentence} tabIndex={-1}>
        {solved
          ? messages.solved(symbol, answerText, reached, goalText)
          : messages.solve(symbol, reached, goalText)}
      </h1>
      <div className={styles.work}>
        <Setup book={book} asked={exercise} worked={[]} />
        <section className={styles.network} aria-label={messages.network}>
          <h2>{messages.network}</h2>
          <Drawing book={book} progress={progress} current={wanted} unknown={unknown} />
          <Given book={book} open unknown={unknown} />
          {solved && !shown && <CopyResult key={value} exercise={exercise} answers={{ [unknown]: value }} />}
        </section>
        <section className={card.card} aria-label={messages.answer}>
          <ol>
            <li className={card.row} data-current>
              <label htmlFor={fieldId(unknown)} className={card.formula}>
                {symbol} = <span className="vh">{messages.answer}</span>
              </label>
              {shown ? (
                <span className={card.known}>
                  <strong>{answerText}</strong> <span className={card.shown}>{messages.shown}</span>
                </span>
              ) : (
                <input
                  ref={field}
                  id={fieldId(unknown)}
                  className={card.blank}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  aria-invalid={(said !== undefined && !solved) || undefined}
                  aria-describedby={said === undefined ? undefined : `${fieldId(unknown)}-said`}
                  value={text}
                  onChange={({ target }) => {
                    setProblem(undefined);
                    write({ text: target.value, checked: false });
                  }}
                  onKeyDown={(event) => {
                    if (event.key !== "Enter") return;
                    event.preventDefault();
                    check();
                  }}
                />
              )}
              <p id={`${fieldId(unknown)}-said`} className={card.said} aria-live="polite">
                {solved && !shown && <span className={card.ok}>✓ </span>}
                {shown ? messages.isShown(answerText) : (said ?? messages.putIn)}
              </p>
              {hints > 0 && <Steps book={book} unknown={unknown} wanted={wanted} />}
            </li>
            {judgment !== undefined && (
              <li className={card.row}>
                <span className={card.formula}>{reached}</span>
                <span className={card.known}>{result(judgment.value, exercise.digits)}</span>
              </li>
            )}
          </ol>
          <ol className={card.chain}>
            {chainTo(wanted, book).map((id) => (
              <li key={id} className={card.row}>
                <ScrollingFormula tex={book.formula(id)} plain={plainOf(idOf(id))} />
              </li>
            ))}
          </ol>
          {!solved && (
            <div className={card.foot}>
              <Button small onClick={help}>
                {hints === 0 ? messages.hint : messages.showOne}
              </Button>
              <span className={card.about}>{symbol}</span>
            </div>
          )}
        </section>
      </div>
      <Bar
        experiment={exercise.experiment}
        sample={exercise.sample}
        note={note}
        onStartOver={() => {
          setProblem(undefined);
          change(() => nothingSaved);
        }}
        onNewNumbers={isDrawn(exercise.experiment) ? renew : undefined}
      >
        <Button look="primary" onClick={check}>
          {messages.check}
        </Button>
      </Bar>
    </div>
  );
}

/** The result as the one number that isn't known. */
function asBlank({ experiment, t, sample, digits, given: results }: SolveExercise): NumbersExercise {
  const ask = Object.keys(results) as QuantityId[];
  return { experiment, t, sample, digits, style: "blanks", ask, given: [] };
}
