/** Lines to put in order, by dragging, pressing or keys. Some of them contain a mistake and are left out. */
import {
  isDrawn,
  judgeOrder,
  nextVariant,
  type NumbersExercise,
  type OrderedJudgment,
  orderedLines,
} from "@neural-viz/engine";
import { useMemo, useRef, useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { Tex } from "../ui/kit/Tex.tsx";
import { Bar } from "./Bar.tsx";
import { CopyResult } from "./CopyResult.tsx";
import { Drawing } from "./Drawing.tsx";
import * as styles from "./Exercise.module.css";
import { Given } from "./Given.tsx";
import { openExercise } from "./leave.ts";
import * as list from "./Ordered.module.css";
import { OrderedLine } from "./OrderedLine.tsx";
import { bookOf, progressOf } from "./progress.ts";
import { nothingSaved, useSaved } from "./saved.ts";
import { Setup } from "./Setup.tsx";
import { useDrag } from "./useDrag.ts";
import { useKeys } from "./useKeys.ts";
import { withLineAt } from "./order.ts";

const HINT = "order-hint";

export function Ordered({ exercise, fragment }: { exercise: NumbersExercise; fragment: string }) {
  const book = useMemo(() => bookOf(exercise), [exercise]);
  const progress = useMemo(() => progressOf(book, {}, new Set()), [book]);
  const lines = useMemo(() => orderedLines(exercise), [exercise]);
  const [saved, change] = useSaved(fragment);
  const order = saved.order.filter((line, i) => line < lines.length && saved.order.indexOf(line) === i);
  const [judged, setJudged] = useState<readonly OrderedJudgment[]>([]);
  const [said, setSaid] = useState("");
  const [note, setNote] = useState("");
  const linesList = useRef<HTMLOListElement>(null);
  const orderList = useRef<HTMLOListElement>(null);
  const put = (next: readonly number[]): void => {
    change((before) => ({ ...before, order: next }));
    setJudged([]);
  };
  const [dragging, grab] = useDrag({ lines: linesList, order: orderList }, (line, place) =>
    put(withLineAt(order, line, place)),
  );
  const { picked, press, key } = useKeys({ order, put, say: setSaid });

  const missing = judged.filter(({ verdict }) => verdict === "missing").length;
  const wrong = judged.filter(({ verdict }) => verdict === "mistake" || verdict === "tooEarly").length;
  const finished = judged.length > 0 && missing + wrong === 0;
  const check = (): void => {
    const found = judgeOrder(exercise, order);
    setJudged(found);
    const left = found.filter(({ verdict }) => verdict === "missing").length;
    const bad = found.filter(({ verdict }) => verdict === "mistake" || verdict === "tooEarly").length;
    setSaid(left + bad === 0 ? messages.orderDone(order.length) : messages.orderJudged(bad, left));
  };
  const renew = (): void => {
    const other = nextVariant(exercise);
    if (other === undefined) setNote(messages.noNumbers);
    else openExercise(other);
  };
  const { target } = dragging ?? {};
  const others = order.filter((line) => line !== dragging?.line);
  const item = (line: number, place: number | undefined) => (
    <OrderedLine
      key={line}
      line={line}
      shown={lines[line]!}
      judgment={judged.find((one) => one.line === line && one.verdict !== "missing")}
      picked={picked === line}
      dragged={dragging?.line === line}
      marked={place !== undefined && target?.place !== undefined && others[target.place] === line}
      hint={HINT}
      onPress={press}
      onKey={key}
      onGrab={grab}
    />
  );
  const pool = lines.map((_, line) => line).filter((line) => !order.includes(line));
  return (
    <div className={styles.frame}>
      <h1 className={styles.sentence}>
        {finished ? messages.orderDone(order.length) : messages.orderSentence(order.length)}
      </h1>
      <div className={list.work}>
        <section className={list.lists}>
          <h2>{messages.linesTitle}</h2>
          <p className={list.hint}>{messages.someWrong}</p>
          <ol ref={linesList} className={list.lines} aria-label={messages.linesTitle}>
            {pool.map((line) => item(line, undefined))}
            {pool.length === 0 && <li className={list.empty}>{messages.allPlaced}</li>}
          </ol>
        </section>
        <section className={list.lists}>
          <h2>{messages.orderTitle}</h2>
          <p className={list.hint} aria-live="polite">
            {judged.length > 0 && !finished ? messages.orderJudged(wrong, missing) : messages.orderHintShort}
          </p>
          <ol
            ref={orderList}
            className={list.order}
            aria-label={messages.orderTitle}
            data-end={(target?.place !== undefined && target.place >= others.length) || undefined}
          >
            {order.map((line, place) => item(line, place))}
            {order.length === 0 && <li className={list.empty}>{messages.orderEmpty}</li>}
          </ol>
        </section>
        <section className={styles.network} aria-label={messages.network}>
          <h2>{messages.network}</h2>
          <Drawing book={book} progress={progress} current={undefined} />
          <Given book={book} open={false} />
          {finished && <CopyResult key={order.join(" ")} exercise={exercise} answers={order} />}
          <Setup book={book} worked={[]} />
        </section>
      </div>
      {dragging !== undefined && (
        <div className={list.ghost} style={{ left: dragging.at[0], top: dragging.at[1] }} aria-hidden="true">
          <Tex tex={lines[dragging.line]!.tex} plain="" />
        </div>
      )}
      <p id={HINT} className="vh">
        {messages.orderHint}
      </p>
      <p className="vh" aria-live="assertive">
        {said}
      </p>
      <Bar
        experiment={exercise.experiment}
        sample={exercise.sample}
        onStartOver={() => {
          change(() => nothingSaved);
          setJudged([]);
        }}
        note={note}
        onNewNumbers={isDrawn(exercise.experiment) ? renew : undefined}
      >
        <Button look="primary" onClick={check}>
          {messages.check}
        </Button>
      </Bar>
    </div>
  );
}
