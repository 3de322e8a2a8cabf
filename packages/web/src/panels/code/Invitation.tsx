/** Before a recording is open: open one, try one, or record one. */
import { useState } from "react";
import { openRecording, useReview } from "../../store/review/review.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { saved } from "../../ui/kit/save.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { OpenFile } from "./OpenFile.tsx";
import { examples, loadExample, loadRecorder } from "./recorder.ts";

const RECORDER = "neural_viz.py";

export function Invitation() {
  const lost = useReview((state) => state.lost);
  const [said, setSaid] = useState("");
  const attempt = async (name: string): Promise<void> =>
    openRecording(new File([await loadExample(name)], name));
  const save = async (load: () => Promise<string>): Promise<void> => {
    const done = saved(RECORDER, "text/x-python", await load());
    setSaid(done ? messages.savedAs(RECORDER) : messages.cannotSave);
  };
  return (
    <div className={styles.invitation}>
      <section className={styles.card} aria-label={messages.openRecording}>
        {lost !== undefined && <p>{messages.askAgain(lost)}</p>}
        <p className={styles.about}>{messages.whatItIs}</p>
        <div className={styles.row}>
          <OpenFile look="primary">{messages.openRecording}</OpenFile>
          <span className={styles.hint}>{messages.orDrop}</span>
        </div>
        <div className={styles.row}>
          <span>{messages.tryOne}</span>
          <Button small onClick={() => void attempt(examples.wrong)}>
            {messages.exampleWrong}
          </Button>
          <Button small onClick={() => void attempt(examples.right)}>
            {messages.exampleRight}
          </Button>
        </div>
      </section>
      <section className={styles.card} aria-label={messages.recordYours}>
        <h3>{messages.recordYours}</h3>
        {loadRecorder !== undefined && (
          <div className={styles.row}>
            <Button small onClick={() => void save(loadRecorder!)}>
              {messages.saveRecorder}
            </Button>
            <span className={styles.hint}>{messages.recorderIs}</span>
            <span aria-live="polite">{said}</span>
          </div>
        )}
        <p className={styles.hint}>{messages.settingsTaken}</p>
        <Snippet title={messages.inPyTorch} code={messages.torchSnippet} />
        <Snippet title={messages.inNumPy} code={messages.numpySnippet} />
      </section>
    </div>
  );
}

function Snippet({ title, code }: { title: string; code: string }) {
  return (
    <figure className={styles.snippet}>
      <figcaption>{title}</figcaption>
      <pre
        // It scrolls, so the keyboard must be able to focus it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
