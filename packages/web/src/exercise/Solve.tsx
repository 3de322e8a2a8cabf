/** One unknown to solve for: an answer is put in, and the network computes what comes out. */
import {
  idOf,
  isCalculation,
  isDrawn,
  judge,
  nextVariant,
  type NumbersExercise,
  plainOf,
  type QuantityId,
  type SolveExercise,
  statedFor,
  substitution,
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
import { type Book, bookOf, noEntry, progressOf } from "./progress.ts";
import { nothingSaved, useSaved } from "./saved.ts";
import { ScrollingFormula } from "./ScrollingFormula.tsx";
import { Setup } from "./Setup.tsx";
import { fieldId } from "./useBlanks.ts";

export function Solve({ exercise, fragment }: { exercise: SolveExercise; fragment: string }) {
  const unknown = exercise.ask[0]!;
  const [[wanted, goal]] = Object.entries(exercise.given) as [[QuantityId, number]];
  const book = useMemo(() => bookOf(asBlank(exercise)), [exercise]);
  const progress = useMemo(() => progressOf(book, {}, new Set()), [book]);
  const [saved, change] = useSaved(fragment);
  const { text, checked } = saved.entries[unknown] ?? noEntry;
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const value = parseNumber(text);
  const judgment = checked && Number.isFinite(value) ? judge(exercise, { [unknown]: value })[0] : undefined;
  const solved = judgment?.verdict === "correct";
  const write = (next: string, isChecked: boolean): void =>
    change((before) => ({
      ...before,
      entries: { [unknown]: { ...noEntry, text: next, checked: isChecked } },
    }));
  const check = (): void => {
    const why = Number.isFinite(value)
      ? undefined
      : text.trim() === ""
        ? messages.nothingTyped
        : messages.notANumber(text);
    setProblem(why);
    if (why === undefined) write(text, true);
    field.current?.focus();
  };
  const symbol = <Tex tex={book.symbol(unknown)} plain={plainOf(idOf(unknown))} />;
  const reached = <Tex tex={book.symbol(wanted)} plain={plainOf(idOf(wanted))} />;
  const goalText = given(goal, exercise.digits);
  const said = problem ?? judgment?.message.text;
  const renew = (): void => {
    const other = nextVariant(exercise);
    if (other !== undefined) openExercise(other);
  };
  return (
    <div className={styles.frame}>
      <h1 className={styles.sentence}>
        {solved
          ? messages.solved(symbol, text.trim(), reached, goalText)
          : messages.solve(symbol, reached, goalText)}
      </h1>
      <div className={styles.work}>
        <Setup book={book} asked={exercise} worked={[]} />
        <section className={styles.network} aria-label={messages.network}>
          <h2>{messages.network}</h2>
          <Drawing book={book} progress={progress} current={wanted} unknown={unknown} />
          <Given book={book} open unknown={unknown} />
          {solved && <CopyResult key={value} exercise={exercise} answers={{ [unknown]: value }} />}
        </section>
        <section className={card.card} aria-label={messages.answer}>
          <ol>
            <li className={card.row} data-current>
              <label htmlFor={fieldId(unknown)} className={card.formula}>
                {symbol} = <span className="vh">{messages.answer}</span>
              </label>
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
                  write(target.value, false);
                }}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  check();
                }}
              />
              <p id={`${fieldId(unknown)}-said`} className={card.said} aria-live="polite">
                {solved && <span className={card.ok}>✓ </span>}
                {said ?? messages.putIn}
              </p>
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
        </section>
      </div>
      <Bar
        experiment={exercise.experiment}
        sample={exercise.sample}
        onStartOver={() => change(() => nothingSaved)}
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

/** What is computed on the way to a quantity, in order. */
function chainTo(wanted: QuantityId, { run, exercise }: Book): QuantityId[] {
  const stated = new Set(statedFor(run, [wanted], exercise.t));
  const chain: QuantityId[] = [];
  const visit = (id: QuantityId): void => {
    if (stated.has(id) || chain.includes(id)) return;
    const found = substitution(run, exercise, id);
    for (const input of found?.uses ?? []) visit(input);
    if (found !== undefined && isCalculation(found.line)) chain.push(id);
  };
  visit(wanted);
  return chain;
}
