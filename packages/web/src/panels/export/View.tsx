/** The run up to the epoch shown as a script, a notebook, numbers or code: to read, copy or save. */
import { changedUpTo, type ExportName, exports, type Trained } from "@neural-viz/engine";
import { useState } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import { partsOf } from "../../store/derived.ts";
import { useResting } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { Select } from "../../ui/kit/Select.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { count } from "../../ui/kit/text.ts";
import { saved } from "../../ui/kit/save.ts";
import { Code } from "./Code.tsx";
import { messages } from "#text/export";
import * as styles from "./Export.module.css";

const options = (Object.keys(exports) as ExportName[]).map((value) => ({
  value,
  label: exports[value].label,
}));

/** The language of a file by its extension. */
function languageOf(file: string): "py" | "ts" | "json" | "ipynb" | undefined {
  return (["py", "ts", "json", "ipynb"] as const).find((end) => file.endsWith(`.${end}`));
}

/** The run up to the epoch shown. */
function trainedNow(): Trained {
  const { experiment, snapshot, record } = store.getState();
  const { t, params, stopped } = snapshot;
  const { perEpoch } = partsOf(store.getState());
  return {
    experiment: changedUpTo({ ...experiment, training: { ...experiment.training, epochs: endOf() } }, t),
    losses: record.history.view().slice(0, t + 1),
    objectives: record.objective.view().slice(0, t + 1),
    testLosses: record.test.view().slice(0, t + 1),
    params,
    stopped,
  };
  // The script ends at the epoch shown, unless the run stopped there by itself.
  function endOf(): number {
    return stopped === undefined ? Math.max(1, Math.ceil(t / perEpoch)) : experiment.training.epochs;
  }
}

export function View() {
  const run = useApp((state) => state.run);
  const [format, setFormat] = useSetting<ExportName>("format", "pytorch", (name) =>
    Object.hasOwn(exports, name),
  );
  const [said, setSaid] = useState("");
  const resting = useResting();
  const when = useWhen();
  if (resting === undefined) {
    return <p className={styles.empty}>{messages.exportedAtRest}</p>;
  }
  const { file, write } = exports[format];
  const content = write(trainedNow());
  const copy = async (text: string): Promise<void> => {
    setSaid((await copied(text)) ? messages.copied : messages.cannotCopy);
  };
  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Select label={messages.as} inline value={format} options={options} onChange={setFormat} />
        <p>{messages.upTo(when(resting.t))}</p>
        {typeof content === "string" && (
          <Button small onClick={() => void copy(content)}>
            {messages.copy}
          </Button>
        )}
        <Button
          small
          look="primary"
          onClick={() => {
            const bytes = content as string | Uint8Array<ArrayBuffer>;
            setSaid(
              saved(file, "application/octet-stream", bytes) ? messages.savedAs(file) : messages.cannotSave,
            );
          }}
        >
          {messages.saveAs(file)}
        </Button>
        <p aria-live="polite">{said}</p>
      </div>
      <pre
        key={`${run} ${format}`}
        className={styles.code}
        // It scrolls, so the keyboard must be able to focus it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {typeof content === "string" ? (
          <Code text={content} language={languageOf(file)} />
        ) : (
          messages.bytesOf(count(content.length))
        )}
      </pre>
    </div>
  );
}
