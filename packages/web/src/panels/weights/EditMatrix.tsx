/** A layer's parameters as fields: typed one by one, or pasted as a block. */
import { indicesOf, type ParameterName } from "@neural-viz/engine";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/weights";
import { fitted, readBlock } from "./block.ts";
import * as styles from "./Weights.module.css";

/** What was typed, for each parameter that was changed. */
export type Texts = ReadonlyMap<ParameterName, string>;

/** What stands above a matrix of parameters. */
export const SYMBOL = "W,\\ b";

interface EditMatrixProps {
  /** The bias last in each row. */
  rows: readonly (readonly ParameterName[])[];
  valueOf: (name: ParameterName) => number;
  texts: Texts;
  /** The parameter that a problem is about. */
  wrong: ParameterName | undefined;
  onTexts: (texts: Texts) => void;
  onProblem: (why: string) => void;
}

export function EditMatrix({ rows, valueOf, texts, wrong, onTexts, onProblem }: EditMatrixProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = rows[0]!.length;
  const focus = (j: number, k: number): void => {
    const row = body.current?.rows[j];
    row?.querySelectorAll("input")[k]?.focus();
  };
  const paste = (event: ClipboardEvent, j: number, k: number): void => {
    const text = event.clipboardData.getData("text/plain");
    if (/^[^\s,;[]*$/.test(text.trim())) return; // one number, put where the caret is
    event.preventDefault();
    const read = readBlock(text);
    const block = read.ok ? fitted(read.value, rows.length - j, columns - k) : read;
    if (!block.ok) return onProblem(block.why);
    const filled = block.value.flatMap((row, a) =>
      row.map((value, b) => [rows[j + a]![k + b]!, String(value)] as const),
    );
    onTexts(new Map([...texts, ...filled]));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, j: number, k: number): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const all = selectionStart === 0 && selectionEnd === value.length;
    const caret = selectionStart === selectionEnd ? selectionStart : undefined;
    const to: Record<string, readonly [number, number] | undefined> = {
      ArrowUp: [j - 1, k],
      ArrowDown: [j + 1, k],
      Enter: j + 1 < rows.length ? [j + 1, k] : [0, k + 1],
      ...(all || caret === 0 ? { ArrowLeft: [j, k - 1] } : {}),
      ...(all || caret === value.length ? { ArrowRight: [j, k + 1] } : {}),
    };
    const next = to[event.key];
    if (next === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focus(...next);
  };
  return (
    <figure className={styles.matrix}>
      <figcaption>
        <Tex tex={SYMBOL} plain={messages.parametersToType} /> <span>{messages.parametersToType}</span>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{messages.toNeuron}</span>
            </th>
            {rows[0]!.map((name, k) => (
              <th key={name} scope="col">
                {k + 1 === columns ? "b" : k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, j) => (
            <tr key={row[0]}>
              <th scope="row">{j + 1}</th>
              {row.map((name, k) => (
                <td key={name}>
                  <input
                    type="text"
                    inputMode="decimal"
                    autoComplete="off"
                    className={styles.field}
                    aria-label={nameOf(name)}
                    aria-invalid={name === wrong}
                    data-changed={texts.has(name)}
                    value={texts.get(name) ?? String(valueOf(name))}
                    onChange={({ target }) => onTexts(new Map([...texts, [name, target.value]]))}
                    onFocus={({ target }) => target.select()}
                    onPaste={(event) => paste(event, j, k)}
                    onKeyDown={(event) => press(event, j, k)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A parameter in words. */
export function nameOf(name: ParameterName): string {
  const [, j, k] = indicesOf(name);
  return k === undefined ? messages.biasOf(j) : messages.weightInto(j, k);
}
