import { type ExerciseStage, type Group } from "@neural-viz/engine";
import { useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Card.module.css";
import { result } from "./numberText.ts";
import { type Book, isSettled, knownValue, stagesOf } from "./progress.ts";
import { meaningOf, numbersIn, Row } from "./Row.tsx";
import { type Blanks, MAX_HINTS } from "./useBlanks.ts";

/** The stages of the step, and the rows of the one that is open. */
export function Card({ book, blanks }: { book: Book; blanks: Blanks }) {
  const { progress, current, led, entryOf } = blanks;
  const stages = stagesOf(book.groups);
  const ofCurrent = book.groups.find(({ ids }) => current !== undefined && ids.includes(current))?.stage;
  const [picked, pick] = useState<{ readonly stage: ExerciseStage; readonly at: typeof led }>();
  // What is worked out is read from its start; what was solved stays where it ended.
  const usual = ofCurrent ?? stages.at(progress.blanks.length === 0 ? 0 : -1)!.stage;
  // A stage that was opened to look at it stays open until something leads to a blank.
  const open = picked !== undefined && picked.at === led ? picked.stage : usual;
  const hints = current === undefined ? 0 : entryOf(current).hints;
  return (
    <section className={styles.card} aria-label={messages.stages}>
      <div className={styles.stages}>
        {stages.map(({ stage, groups }, i) => {
          const ids = groups.flatMap((group) => group.ids);
          const done = ids.filter((id) => isSettled(progress.statusOf(id))).length;
          return (
            <button
              key={stage}
              type="button"
              className={styles.stage}
              aria-current={stage === open ? "step" : undefined}
              aria-label={messages.stageLabel(messages.stageNames[stage], done, ids.length)}
              onClick={() => pick({ stage, at: led })}
            >
              <b>{i + 1}</b> {messages.stageNames[stage]}{" "}
              {done === ids.length && <span className={styles.count}>{messages.allDone(done)}</span>}
            </button>
          );
        })}
        <Count book={book} blanks={blanks} stage={open} />
      </div>
      <div className={styles.groups}>
        <Stage stage={open} book={book} blanks={blanks} />
      </div>
      {current !== undefined && (
        <div className={styles.foot}>
          <Button small onClick={blanks.hint}>
            {hints < MAX_HINTS ? messages.hint : messages.showOne}
          </Button>
          <span className={styles.about}>
            <Tex tex={book.symbol(current)} plain="" />
          </span>
        </div>
      )}
    </section>
  );
}

/** How many numbers of a stage are done. */
function Count({ stage, book, blanks }: { stage: ExerciseStage; book: Book; blanks: Blanks }) {
  const ids = book.groups.flatMap((group) => (group.stage === stage ? group.ids : []));
  const done = ids.filter((id) => isSettled(blanks.progress.statusOf(id))).length;
  return done < ids.length && <span className={styles.of}>{messages.doneOf(done, ids.length)}</span>;
}

/** The groups of a stage that can be seen. */
function Stage({ stage, book, blanks }: { stage: ExerciseStage; book: Book; blanks: Blanks }) {
  const { visible } = blanks.progress;
  const seen = book.groups.filter((group, i) => group.stage === stage && i < visible);
  const later = book.groups.filter((group, i) => group.stage === stage && i >= visible);
  const count = later.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <>
      {seen.map((group) => (
        <GroupRows key={`${group.what} ${group.layer}`} group={group} book={book} blanks={blanks} />
      ))}
      {count > 0 && (
        <p className={styles.later}>{seen.length === 0 ? messages.laterStage : messages.later(count)}</p>
      )}
    </>
  );
}

/** The rows of a group, and once all are done, why they are what they are. */
function GroupRows({ group, book, blanks }: { group: Group; book: Book; blanks: Blanks }) {
  const { progress } = blanks;
  const { layers } = book.network;
  const title = messages.groupOf[group.what](group.layer ?? 0, layers.length);
  const done = group.ids.every((id) => isSettled(progress.statusOf(id)));
  const worked = group.ids.every((id) => progress.statusOf(id) === "worked");
  return (
    <section aria-label={title} className={styles.group}>
      <h3>{title}</h3>
      <ol>
        {group.ids.map((id) => (
          <Row key={id} id={id} book={book} blanks={blanks} />
        ))}
      </ol>
      {done && (
        <details className={styles.why}>
          <summary>{messages.why}</summary>
          <p>{meaningOf(group.ids[0]!, book)}</p>
          {!worked &&
            group.ids.map((id) => (
              <p key={id} className={styles.numbers}>
                <Tex tex={book.symbol(id)} plain="" /> = {numbersIn(id, book)} ={" "}
                {result(knownValue(book, progress, id)!, book.exercise.digits)}
              </p>
            ))}
        </details>
      )}
    </section>
  );
}
