import { useRef, useState } from "react";
import { fileOf, linkTo, openFile } from "../../store/actions.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import { useWhen } from "../playground/useWhen.ts";
import { count } from "../playground/words.ts";
import { SavePicture } from "./SavePicture.tsx";
import { SaveWorksheet } from "./SaveWorksheet.tsx";
import { save } from "./save.ts";
import * as styles from "./Share.module.css";

/** Links and files: what leaves the page, and what is opened in it. */
export function Share() {
  return (
    <Popover button={{ look: "quiet", children: "Share" }}>
      <Choices />
    </Popover>
  );
}

function Choices() {
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const t = useApp(({ snapshot }) => snapshot.t);
  const when = useWhen();
  const copy = (): void => {
    const link = linkTo();
    navigator.clipboard.writeText(link).then(
      () => setSaid(`Link copied, ${count(link.length)} characters.`),
      () => setSaid(`The browser does not let this page copy. Here it is: ${link}`),
    );
  };
  const saveFile = (): void => {
    const { name, text } = fileOf();
    save(name, "application/json", text);
    setSaid(`Saved as ${name}.`);
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    openFile(await chosen.text(), chosen.name);
    file.current?.closest<HTMLElement>("[popover]")?.hidePopover();
  };
  return (
    <div className={styles.choices}>
      <Button small onClick={copy}>
        Copy link
      </Button>
      <p className={styles.hint}>
        Opens this experiment at {when(t)}, trains it there again, and compares the numbers.
      </p>
      <Button small onClick={saveFile}>
        Save experiment
      </Button>
      <Button small onClick={() => file.current?.click()}>
        Open experiment …
      </Button>
      <input
        ref={file}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-label="Experiment file"
        accept=".json,application/json"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <p className={styles.hint}>A file can also be dropped anywhere on the page.</p>
      <SavePicture onSaid={setSaid} />
      <SaveWorksheet onSaid={setSaid} />
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </div>
  );
}
