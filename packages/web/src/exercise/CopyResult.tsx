import type { Answers, Exercise } from "@neural-viz/engine";
import { useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { copied } from "../ui/kit/copy.ts";
import * as styles from "./Exercise.module.css";
import { handIn } from "./handIn.ts";

/** The longest name that is handed in. */
const MAX_NAME = 100;

/** A finished exercise in one line, with a name if the person types one. */
export function CopyResult({ exercise, answers }: { exercise: Exercise; answers: Answers }) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  if (handIn === undefined) return undefined;
  const line = handIn({ exercise, answers, name });
  const copy = async (): Promise<void> =>
    setSaid((await copied(line)) ? messages.copied : messages.cannotCopy(line));
  return (
    <div className={styles.handIn}>
      <input
        type="text"
        aria-label={messages.name}
        placeholder={messages.name}
        maxLength={MAX_NAME}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button small onClick={() => void copy()}>
        {messages.copyResult}
      </Button>
      <p aria-live="polite">{said}</p>
    </div>
  );
}
