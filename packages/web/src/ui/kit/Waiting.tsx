import { Button } from "./Button.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { messages } from "#text/kit";
import * as styles from "./Waiting.module.css";

interface WaitingProps {
  /** What is being computed: "Loss surface". */
  label: string;
  /** The share of the work that is done, 0 to 1. Quick work shows nothing. */
  progress: number | undefined;
  canceled: boolean;
  onCancel: () => void;
  onAgain: () => void;
}

/** The progress of long work, with buttons to stop it and to start it again. */
export function Waiting({ label, progress, canceled, onCancel, onAgain }: WaitingProps) {
  if (canceled) {
    return (
      <div className={styles.waiting}>
        <span>{messages.canceled(label)}</span>
        <Button look="quiet" small onClick={onAgain}>
          {messages.computeAgain}
        </Button>
      </div>
    );
  }
  if (progress === undefined) return null;
  const percent = Math.round(progress * 100);
  return (
    <div className={styles.waiting}>
      <ProgressBar label={messages.progress(label)} value={percent} max={100} />
      <Button look="quiet" small onClick={onCancel}>
        {messages.cancel}
      </Button>
    </div>
  );
}
