import { stages, type WorksheetStage } from "@neural-viz/engine";
import { useState } from "react";
import { ask } from "../../store/mailbox.ts";
import { store } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { saved } from "../../ui/kit/save.ts";
import { messages } from "#text/share";
import * as styles from "./Share.module.css";

const all = Object.entries(stages) as [WorksheetStage, string][];

/** A worksheet about the update after the epoch shown. The teacher chooses which stages to leave blank. */
export function SaveWorksheet({ onSaid }: { onSaid: (said: string) => void }) {
  const [blanks, setBlanks] = useState<readonly WorksheetStage[]>(["forward", "backward"]);
  const save = (): void => {
    const { snapshot, selection } = store.getState();
    // At the end of a run that has stopped, the last update.
    const t = snapshot.stopped === undefined ? snapshot.t : Math.max(0, snapshot.t - 1);
    ask<"worksheet">({ kind: "worksheet", t, sample: selection.index + 1, blanks }, (answer) => {
      if (!answer.ok) return onSaid(answer.why.text);
      const name = `neural-viz-worksheet-${t}.html`;
      onSaid(
        saved(name, "text/html", answer.value.html) ? messages.savedForPrint(name) : messages.cannotSave,
      );
    });
  };
  return (
    <Disclosure label={messages.worksheet}>
      <p className={styles.hint}>{messages.whatWorksheetIs}</p>
      {all.map(([stage, label]) => (
        <Switch
          key={stage}
          label={label.replace(/:.*/, "")}
          checked={blanks.includes(stage)}
          onChange={(on) => setBlanks(on ? [...blanks, stage] : blanks.filter((other) => other !== stage))}
        />
      ))}
      <Button small onClick={save}>
        {messages.saveWorksheet}
      </Button>
    </Disclosure>
  );
}
