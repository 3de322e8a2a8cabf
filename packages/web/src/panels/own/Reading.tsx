/** Points from a table: paste, open or drop it, and choose its columns. Problems are reported by line and column. */
import {
  attempt,
  type Columns,
  format,
  likelyColumns,
  MAX_SAMPLES,
  type Points,
  pointsOf,
  readTable,
  type Result,
  type Table,
} from "@neural-viz/engine";
import { useMemo, useRef, useState } from "react";
import { chooseDataset } from "../../store/setup/choose.ts";
import { forgetOffer } from "../../store/visit/navigation.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/own";
import * as styles from "./Own.module.css";

const example = "x1,x2,label\n0.2,0.8,0\n0.7,0.3,1";
/** How many lines of a table to show. */
const SHOWN = 4;

export function Reading() {
  const offered = useApp((state) => state.offered);
  const [typed, setTyped] = useState("");
  const [columns, setColumns] = useState<Columns>();
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const text = offered?.text ?? typed;
  const found = useMemo(() => read(text, columns), [text, columns]);
  const change = (next: string): void => {
    if (offered !== undefined) forgetOffer();
    setTyped(next);
    setColumns(undefined);
    setSaid("");
  };
  const use = (points: Points): void => {
    const { samples, map } = points;
    chooseDataset({ name: "custom", samples, ...(map === undefined ? {} : { map }) });
    setSaid(messages.pointsAreTheData(samples.length));
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
        <Found found={found} onColumns={setColumns} onUse={use} />
      )}
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </section>
  );
}

interface Read {
  readonly table: Table | undefined;
  readonly columns: Columns;
  readonly points: Result<Points>;
}

/** The points a text contains, or why it can't be read. */
function read(text: string, chosen: Columns | undefined): Read | undefined {
  if (text.trim() === "") return undefined;
  const nothing: Columns = { x1: 0, x2: 1, label: 2 };
  const table = attempt(() => readTable(text));
  if (!table.ok) return { table: undefined, columns: nothing, points: table };
  const columns = chosen ?? likelyColumns(table.value);
  return {
    table: table.value,
    columns,
    points: attempt(() => pointsOf(table.value, columns, MAX_SAMPLES)),
  };
}

interface FoundProps {
  found: Read;
  onColumns: (columns: Columns) => void;
  onUse: (points: Points) => void;
}

function Found({ found: { table, columns, points }, onColumns, onUse }: FoundProps) {
  return (
    <>
      {table !== undefined && <Preview table={table} columns={columns} onColumns={onColumns} />}
      {!points.ok ? (
        <p className={styles.problem} role="alert">
          {points.why.text}
        </p>
      ) : (
        <>
          <p className={styles.hint}>{wordsOf(points.value)}</p>
          <div className={styles.row}>
            <Button small look="primary" onClick={() => onUse(points.value)}>
              {messages.takeThese(points.value.samples.length)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** What the labels mean, and how the inputs were scaled to the square. */
function wordsOf({ labels, map }: Points): string {
  const classes = labels.map((name, label) => messages.classOf(name, label)).join(", ");
  if (map === undefined) return messages.inputsStay(classes);
  const shift = (offset: number): string => `(x − ${format(offset)}) / ${format(map.scale)}`;
  return messages.inputsScaled(classes, shift(map.x1), shift(map.x2));
}

const roles = [
  ["x1", "x₁"],
  ["x2", "x₂"],
  ["label", messages.label],
] as const;

/** The first lines, and the choice of columns if there are more than three. */
function Preview({
  table,
  columns,
  onColumns,
}: { table: Table } & Pick<FoundProps, "onColumns"> & { columns: Columns }) {
  const { names, rows } = table;
  const options = names.map((label, i) => ({ value: String(i), label }));
  return (
    <>
      <div className={styles.row}>
        {roles.map(([role, label]) => (
          <Select
            key={role}
            label={label}
            inline
            value={String(columns[role])}
            options={options}
            onChange={(value) => onColumns({ ...columns, [role]: Number(value) })}
          />
        ))}
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={messages.theFirstLines}>
        <table className={styles.table}>
          <caption className="vh">{messages.firstLinesOfTheTable}</caption>
          <thead>
            <tr>
              {roles.map(([role, label]) => (
                <th key={role} scope="col">
                  {label}: {names[columns[role]]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ line, cells }) => (
              <tr key={line}>
                {roles.map(([role]) => (
                  <td key={role}>{cells[columns[role]]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
