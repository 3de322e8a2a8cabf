/** An open recording: the verdict, the timeline of its updates, and the chosen one in detail. */
import { type RefObject, useEffect, useRef, useState } from "react";
import {
  chooseUpdate,
  closeRecording,
  type OpenRecording,
  openAsRecorded,
  openInPlayground,
  showFirst,
  useReview,
} from "../../store/review/review.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { CloseIcon } from "../../ui/kit/icons.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { useNarrow } from "../../ui/kit/useNarrow.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { Differences } from "./Differences.tsx";
import { FindIt } from "./FindIt.tsx";
import { Mistakes } from "./Mistakes.tsx";
import { OpenFile } from "./OpenFile.tsx";
import { reportOf } from "./report.ts";
import { Stages } from "./Stages.tsx";
import { Timeline } from "./Timeline.tsx";
import { Verdict } from "./Verdict.tsx";
import { Working } from "./Working.tsx";
import { writerText } from "./writer.ts";

export function Recording({ of }: { of: OpenRecording }) {
  const { review } = of;
  const { agrees } = review.comparison;
  const shown = useReview((state) => state.shown);
  const update = useReview((state) => state.update);
  const narrow = useNarrow();
  const timeline = <Timeline of={review} onChoose={(index) => void chooseUpdate(index)} />;
  const verdict = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that opened it may be gone.
    if (!of.restored && document.activeElement === document.body) verdict.current?.focus();
  }, [of]);
  const show = (): void => {
    showFirst();
    verdict.current?.focus(); // the button that was pressed is gone
  };
  return (
    <>
      <Head of={of} shown={shown} verdict={verdict} />
      {!shown ? (
        <FindIt of={review} onShow={show} />
      ) : (
        <>
          {narrow && timeline}
          <div className={styles.main}>
            {update !== undefined && <Stages of={update} review={review} />}
            {update !== undefined && (
              <div className={styles.cards}>
                <Working of={update} batched={review.batched} />
                {!agrees && <Mistakes of={review} />}
                <Differences of={update} />
              </div>
            )}
            <Explore of={of} />
          </div>
          {!narrow && timeline}
        </>
      )}
    </>
  );
}

/** The verdict, what the recording is, and what can be done with it. */
interface HeadProps {
  of: OpenRecording;
  /** Whether the first wrong number is named. */
  shown: boolean;
  verdict: RefObject<HTMLDivElement | null>;
}

function Head({ of, shown, verdict }: HeadProps) {
  const { name, review } = of;
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    setSaid((await copied(reportOf(of))) ? messages.reportCopied : messages.cannotCopy);
  };
  return (
    <header className={styles.head}>
      <Verdict of={review} shown={shown} ref={verdict} />
      <div className={styles.row}>
        <p className={styles.hint}>
          <strong>{name}</strong> ·{" "}
          {messages.about(
            review.shape,
            review.optimizer,
            review.ts.length,
            writerText(review.writer),
            review.dtype,
          )}
        </p>
        <span className={styles.actions}>
          {shown && (
            <Button small onClick={() => void copy()}>
              {messages.copyReport}
            </Button>
          )}
          <OpenFile>{messages.replace}</OpenFile>
          <Button
            small
            look="quiet"
            icon
            aria-label={messages.closeRecording}
            onClick={({ currentTarget }) => {
              currentTarget.closest<HTMLElement>("[data-body]")?.focus();
              closeRecording();
            }}
          >
            <CloseIcon />
          </Button>
        </span>
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </header>
  );
}

/** Moves the focus to the playground once that is opened: the button that was pressed is gone. */
async function leave(opening: Promise<boolean>): Promise<void> {
  if (await opening) document.getElementById("main")?.focus();
}

/** Opens the recording's network as an experiment. */
function Explore({ of: { review } }: { of: OpenRecording }) {
  const index = useReview((state) => state.index);
  const update = useReview((state) => state.update);
  return (
    <section className={styles.explore} aria-label={messages.explore}>
      <h3>{messages.explore}</h3>
      <p className={styles.hint}>
        {messages.exploreHow} {messages.recordedHow} {review.dtype === "float64" ? "" : messages.asDouble}{" "}
        {review.batched ? messages.batchesDrawn : ""}{" "}
        {index > 0 && update !== undefined ? messages.startsAnew(update.t + 1) : ""}
      </p>
      <div className={styles.row}>
        <Button small onClick={() => void leave(openInPlayground(0))}>
          {messages.fromStart}
        </Button>
        {update !== undefined && (
          <Button small onClick={() => void leave(openAsRecorded(update.t + 1))}>
            {messages.asRecorded}
          </Button>
        )}
        {index > 0 && update !== undefined && (
          <Button small onClick={() => void leave(openInPlayground(index))}>
            {messages.fromHere(update.t + 1)}
          </Button>
        )}
      </div>
    </section>
  );
}
