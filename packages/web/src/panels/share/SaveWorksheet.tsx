import { stages, type WorksheetStage } from "@neural-viz/engine";
import { useState } from "react";
import { ask } from "../../store/mailbox.ts";
import { store } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { saveDocument, usualPaper } from "../../ui/quantity/paper.ts";
import { messages } from "#text/share";
import * as styles from "./Share.module.css";

const all = Object.entries(stages) as [WorksheetStage, string][];

/** A worksheet about one update from the weights shown, and its key. The teacher chooses which stages to leave blank. */
export function SaveWorksheet({ onSaid }: { onSaid: (said: string) => void }) {
  const [blanks, setBlanks] = useState<readonly WorksheetStage[]>(all.map(([stage]) => stage));
  const save = (part: "sheet" | "key"): void => {
    const { snapshot, selection } = store.getState();
    const { t } = snapshot;
    const paper = usualPaper();
    const question = { kind: "worksheet", t, sample: selection.index + 1, blanks, paper } as const;
    ask<"worksheet">(question, (answer) => {
      if (!answer.ok) return onSaid(answer.why.text);
      const name = `neural-viz-${part === "key" ? "key" : "worksheet"}-${t}.html`;
      const said = {
        saved: messages.savedForPrint(name),
        notSaved: messages.cannotSave,
        notTypeset: messages.cannotTypeset,
      };
      void saveDocument(name, answer.value[part]).then((outcome) => onSaid(said[outcome]));
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
      <div className={styles.row}>
        <Button small onClick={() => save("sheet")}>
          {messages.saveWorksheet}
        </Button>
        <Button small onClick={() => save("key")}>
          {messages.saveKey}
        </Button>
      </div>
    </Disclosure>
  );
}
