import { fitsInLink } from "@neural-viz/engine";
import { type FormEvent, useState } from "react";
import { resultText } from "../../store/visit/exports.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import * as field from "../../ui/kit/field.module.css";
import { saved } from "../../ui/kit/save.ts";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/share";
import * as styles from "./Share.module.css";

const FILE = "neural-viz-result.txt";

/** The result of the run in one line, for handing in, with a name for those who enter one. */
export function CopyResult({ onSaid }: { onSaid: (said: string) => void }) {
  const [name, setName] = useState("");
  const copy = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const line = resultText(name);
    if (!fitsInLink(line)) {
      // With many custom points it’s too long for a form or a mail.
      return onSaid(
        saved(FILE, "text/plain", `${line}\n`) ? messages.resultSaved(FILE) : messages.cannotSave,
      );
    }
    onSaid((await copied(line)) ? messages.resultCopied(count(line.length)) : messages.cannotCopy(line));
  };
  return (
    <form className={styles.result} onSubmit={(event) => void copy(event)}>
      <input
        type="text"
        className={field.field}
        aria-label={messages.resultName}
        placeholder={messages.resultName}
        autoComplete="name"
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button small type="submit">
        {messages.copyResult}
      </Button>
    </form>
  );
}
