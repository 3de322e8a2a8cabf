/** An exercise whose results are left blank, or worked out in full. */
import { isDrawn, nextVariant, type NumbersExercise } from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { Tex } from "../ui/kit/Tex.tsx";
import { parseNumber } from "../ui/kit/parseNumber.ts";
import { Bar, type Tick } from "./Bar.tsx";
import { Card } from "./Card.tsx";
import { CopyResult } from "./CopyResult.tsx";
import { Drawing, isLabeled } from "./Drawing.tsx";
import * as styles from "./Exercise.module.css";
import { Given, Uses } from "./Given.tsx";
import { openExercise } from "./leave.ts";
import { bookOf, isSettled } from "./progress.ts";
import { useSaved } from "./saved.ts";
import { Setup } from "./Setup.tsx";
import { useBlanks } from "./useBlanks.ts";

/** A width at which it's decided whether the given numbers need a list that is open. */
const USUAL_WIDTH = 640;

export function Blanks({ exercise, fragment }: { exercise: NumbersExercise; fragment: string }) {
  const book = useMemo(() => bookOf(exercise), [exercise]);
  const [saved, change] = useSaved(fragment);
  const blanks = useBlanks(book, saved, change);
  const [note, setNote] = useState("");
  const { progress, current } = blanks;
  const labeled = isLabeled(book.network, USUAL_WIDTH);
  const finished = progress.blanks.length > 0 && progress.done === progress.blanks.length;
  const ticks = progress.blanks.map((id): Tick => {
    const status = progress.statusOf(id);
    if (isSettled(status)) return { id, status: "done" };
    return { id, status: id === current ? "current" : status === "wrong" ? "wrong" : "open" };
  });
  const answers = Object.fromEntries(
    progress.blanks.flatMap((id) => {
      const { text, checked, shown } = blanks.entryOf(id);
      const value = parseNumber(text);
      return checked && !shown && Number.isFinite(value) ? [[id, value]] : [];
    }),
  );
  const renew = (): void => {
    const other = nextVariant(exercise);
    if (other === undefined) setNote(messages.noNumbers);
    else openExercise(other);
  };
  return (
    <div className={styles.frame}>
      <h1 className={styles.sentence} tabIndex={-1}>
        {current !== undefined
          ? messages.found(
              progress.done,
              progress.done - progress.found,
              progress.blanks.length,
              <Tex tex={book.symbol(current)} plain="" />,
            )
          : finished
            ? messages.finished(progress.found, progress.blanks.length)
            : messages.worked}
      </h1>
      <div className={styles.work}>
        <Setup
          book={book}
          worked={saved.worked}
          onWorked={(worked) => change((before) => ({ ...before, worked }))}
        />
        <section className={styles.network} aria-label={messages.network}>
          <h2>
            {messages.network} <span>{labeled ? messages.onTheEdges : messages.inTheList}</span>
          </h2>
          <Drawing book={book} progress={progress} current={current} />
          {current !== undefined && <Uses book={book} progress={progress} id={current} />}
          <Given book={book} open={!labeled} />
          {finished && <CopyResult key={JSON.stringify(answers)} exercise={exercise} answers={answers} />}
        </section>
        <Card book={book} blanks={blanks} />
      </div>
      <p className="vh" aria-live="polite">
        {blanks.said}
      </p>
      <Bar
        experiment={exercise.experiment}
        sample={exercise.sample}
        ticks={ticks}
        note={note}
        {...(progress.blanks.length > 0 ? { onStartOver: blanks.startOver } : {})}
        onNewNumbers={isDrawn(exercise.experiment) ? renew : undefined}
      >
        {current !== undefined && (
          <>
            <Button look="primary" onClick={() => blanks.check()}>
              {messages.check}
            </Button>
            <Button onClick={blanks.next}>{messages.next}</Button>
          </>
        )}
      </Bar>
    </div>
  );
}
