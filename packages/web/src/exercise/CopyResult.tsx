import {
  type Answered,
  type Exercise,
  exerciseLine,
  fitsInLink,
  MAX_NAME,
  scoreOf,
} from "@neural-viz/engine";
import { useEffect, useState } from "react";
import { messages } from "#text/exercise";
import { tell } from "../store/visit/embedding.ts";
import { Button } from "../ui/kit/Button.tsx";
import { copied } from "../ui/kit/copy.ts";
import { saved } from "../ui/kit/save.ts";
import * as styles from "./Exercise.module.css";

const FILE = "neural-viz-result.txt";

/**
 * A finished exercise in one line, with a name if the person types one. A page that embeds this one gets the line, too. It has a
 * key for its answers: other ones are another result.
 */
export function CopyResult({ exercise, answers }: { exercise: Exercise; answers: Answered }) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const lineOf = (typed: string): string => exerciseLine({ exercise, answers, name: typed });
  const [finished] = useState(() => ({ line: lineOf(""), ...scoreOf(exercise, answers) }));
  useEffect(() => tell({ type: "exercise", ...finished }), [finished]);
  const copy = async (): Promise<void> => {
    const line = lineOf(name);
    if (!fitsInLink(line)) {
      // With many custom points it's too long for a form or a mail.
      const isSaved = saved(FILE, "text/plain", `${line}\n`);
      return setSaid(isSaved ? messages.resultSaved(FILE) : messages.notSaved);
    }
    setSaid((await copied(line)) ? messages.copied : messages.cannotCopy(line));
  };
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
