import { useRef, useState } from "react";
import { experimentFile } from "../../store/visit/exports.ts";
import { linkTo, openChosen } from "../../store/visit/navigation.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { linkCopied } from "../../ui/kit/linkCopied.ts";
import { CopyResult } from "./CopyResult.tsx";
import { SavePicture } from "./SavePicture.tsx";
import { SaveWorksheet } from "./SaveWorksheet.tsx";
import { saved } from "../../ui/kit/save.ts";
import { messages } from "#text/share";
import * as styles from "./Share.module.css";

/** What can be copied or saved, and a file to open. */
export function Choices() {
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const t = useApp(({ snapshot }) => snapshot.t);
  const when = useWhen();
  const copy = async (): Promise<void> => {
    const link = linkTo();
    setSaid((await copied(link)) ? linkCopied(link) : messages.cannotCopy(link));
  };
  const saveFile = (): void => {
    const { name, text } = experimentFile();
    setSaid(saved(name, "application/json", text) ? messages.savedAs(name) : messages.cannotSave);
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    await openChosen(chosen);
    file.current?.closest<HTMLElement>("[popover]")?.hidePopover();
  };
  return (
    <div className={styles.choices}>
      <Button small onClick={() => void copy()}>
        {messages.copyLink}
      </Button>
      <p className={styles.hint}>{messages.opensAt(when(t))}</p>
      <CopyResult onSaid={setSaid} />
      <p className={styles.hint}>{messages.whatResultIs}</p>
      <Button small onClick={saveFile}>
        {messages.saveExperiment}
      </Button>
      <Button small onClick={() => file.current?.click()}>
        {messages.openExperiment}
      </Button>
      <input
        ref={file}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-label={messages.experimentFile}
        accept=".json,.jsonl,application/json"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <p className={styles.hint}>{messages.fileCanBeDropped}</p>
      <SavePicture onSaid={setSaid} />
      <SaveWorksheet onSaid={setSaid} />
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </div>
  );
}
