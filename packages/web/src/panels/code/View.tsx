/** Your own code: a recording of a training loop, and its first wrong number. */
import { useEffect } from "react";
import { cancelReading, restoreRecording, useReview } from "../../store/review/review.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ProgressBar } from "../../ui/kit/ProgressBar.tsx";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { Invitation } from "./Invitation.tsx";
import { Recording } from "./Recording.tsx";

export function View() {
  const open = useReview((state) => state.open);
  useEffect(restoreRecording, []);
  return (
    <div className={styles.body} tabIndex={-1} data-body="">
      <Reading />
      {open === undefined ? <Invitation /> : <Recording key={open.name} of={open} />}
    </div>
  );
}

/** The progress of reading a file, or why it couldn't be read. */
function Reading() {
  const reading = useReview((state) => state.reading);
  const problem = useReview((state) => state.problem);
  const open = useReview((state) => state.open);
  return (
    <>
      {reading !== undefined && (
        <div className={styles.row}>
          <span>{messages.reading(reading.name)}</span>
          <ProgressBar
            label={messages.reading(reading.name)}
            value={Math.round(100 * reading.share)}
            max={100}
          />
          <Button look="quiet" small onClick={cancelReading}>
            {messages.cancel}
          </Button>
        </div>
      )}
      <div role="alert">
        {problem !== undefined && (
          <p className={styles.problem}>
            {problem.name === undefined ? problem.why : messages.cannotRead(problem.name, problem.why)}
            {problem.name !== undefined && open !== undefined && ` ${messages.stillOpen(open.name)}`}
          </p>
        )}
      </div>
    </>
  );
}
