/** Points from a table: paste, open or drop it, and choose its columns. Problems are reported by line and column. */
import { MAX_SAMPLES, type Table, type TableChoice, type TargetKind } from "@neural-viz/engine";
import { useMemo, useRef, useState } from "react";
import { chooseDataset } from "../../store/setup/chooseData.ts";
import { forgetOffer } from "../../store/visit/navigation.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { messages } from "#text/own";
import * as styles from "./Own.module.css";
import {
  countsFor,
  read,
  type Read,
  rolesOf,
  type Taken,
  withInputs,
  withOutputs,
  withTargets,
} from "./table.ts";

const example = "x1,x2,label\n0.2,0.8,0\n0.7,0.3,1";
/** How many lines of a table to show. */
const SHOWN = 4;

export function Reading() {
  const offered = useApp((state) => state.offered);
  const [typed, setTyped] = useState("");
  const [columns, setColumns] = useState<TableChoice>();
  const [keep, setKeep] = useState(false);
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const text = offered?.text ?? typed;
  const found = useMemo(() => read(text, columns, keep), [text, columns, keep]);
  const change = (next: string): void => {
    if (offered !== undefined) forgetOffer();
    setTyped(next);
    setColumns(undefined);
    setSaid("");
  };
  const use = ({ data }: Taken): void => {
    chooseDataset(data);
    setSaid(messages.pointsAreTheData(data.samples.length));
  };
  return (
    <section className={styles.reading} aria-label={messages.readATable}>
      <label className={styles.area}>
        {messages.pasteLines}
        <textarea
          rows={6}
          spellCheck={false}
          placeholder={example}
          value={text.length > 100_000 ? `${text.slice(0, 1000)}\n…` : text}
          onChange={({ target }) => change(target.value)}
        />
      </label>
      <div className={styles.row}>
        <Button small onClick={() => file.current?.click()}>
          {messages.openATable}
        </Button>
        <input
          ref={file}
          className="vh"
          type="file"
          tabIndex={-1}
          aria-label={messages.tableFile}
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ target }) => void target.files?.[0]?.text().then(change)}
        />
        <span className={styles.hint}>{messages.orDropAFile}</span>
      </div>
      {found === undefined ? (
        <p className={styles.hint}>{messages.whatCanBeRead(MAX_SAMPLES)}</p>
      ) : (
        <Found found={found} onColumns={setColumns} keep={keep} onKeep={setKeep} onUse={use} />
      )}
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </section>
  );
}

interface FoundProps {
  found: Read;
  onColumns: (choice: TableChoice) => void;
  /** Whether inputs outside [0, 1] stay as they are. */
  keep: boolean;
  onKeep: (keep: boolean) => void;
  onUse: (taken: Taken) => void;
}

function Found({ found: { columns, taken }, onColumns, keep, onKeep, onUse }: FoundProps) {
  return (
    <>
      {columns !== undefined && (
        <>
          <Preview {...columns} onColumns={onColumns} />
          <Switch label={messages.dontRescale} checked={keep} onChange={onKeep} />
        </>
      )}
      {!taken.ok ? (
        <p className={styles.problem} role="alert">
          {taken.why.text}
        </p>
      ) : (
        <>
          <p className={styles.hint}>{taken.value.words}</p>
          <div className={styles.row}>
            <Button small look="primary" onClick={() => onUse(taken.value)}>
              {messages.takeThese(taken.value.data.samples.length)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

type PreviewProps = { table: Table; choice: TableChoice } & Pick<FoundProps, "onColumns">;

/** The first lines, and the choice of what the columns are. */
function Preview({ table, choice, onColumns }: PreviewProps) {
  const { names, rows } = table;
  const options = names.map((label, i) => ({ value: String(i), label }));
  const roles = rolesOf(choice);
  return (
    <>
      <Shape table={table} choice={choice} onColumns={onColumns} />
      <div className={styles.row}>
        {roles.map(({ label, column, with: change }) => (
          <Select
            key={label}
            label={label}
            inline
            value={String(column)}
            options={options}
            onChange={(value) => onColumns(change(Number(value)))}
          />
        ))}
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={messages.theFirstLines}>
        <table className={styles.table}>
          <caption className="vh">{messages.firstLinesOfTheTable}</caption>
          <thead>
            <tr>
              {roles.map(({ label, column }) => (
                <th key={label} scope="col">
                  {label}: {names[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ line, cells }) => (
              <tr key={line}>
                {roles.map(({ label, column }) => (
                  <td key={label}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const kinds: readonly { readonly value: TargetKind; readonly label: string }[] = [
  { value: "binary", label: messages.binary },
  { value: "classes", label: messages.classes },
  { value: "values", label: messages.values },
];

/** What the targets are, and how many inputs and values there are. */
function Shape({ table, choice, onColumns }: PreviewProps) {
  const { inputs, targets, target } = choice;
  const numbers = (counts: readonly string[]) => counts.map((value) => ({ value, label: value }));
  return (
    <div className={styles.row}>
      <Select
        label={messages.targets}
        inline
        value={targets}
        options={kinds}
        onChange={(kind) => onColumns(withTargets(table, choice, kind))}
      />
      <Select
        label={messages.inputs}
        inline
        value={String(inputs.length)}
        options={numbers(countsFor(table, target.length, "inputs"))}
        onChange={(count) => onColumns(withInputs(table, choice, Number(count)))}
      />
      {targets === "values" && (
        <Select
          label={messages.outputs}
          inline
          value={String(target.length)}
          options={numbers(countsFor(table, inputs.length, "outputs"))}
          onChange={(count) => onColumns(withOutputs(table, choice, Number(count)))}
        />
      )}
    </div>
  );
}
