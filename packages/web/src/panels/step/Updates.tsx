import { format, idOf, ids, plainOf, type QuantityId, symbolOf } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { Blank } from "./Blank.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/step";
import { afterUpdate, updateAfter } from "../../store/inspector/units.ts";
import * as styles from "./Step.module.css";

type Column = "gradient" | "before" | "step" | "after";

const columns = [
  { name: "gradient", label: messages.gradient },
  { name: "before", label: messages.before },
  { name: "step", label: messages.step },
  { name: "after", label: messages.after },
] as const;

interface UpdatesProps {
  names: readonly string[];
  /** The number that the learner is asked for, … */
  asked?: QuantityId;
  /** … and how to be asked for another. */
  onAsk?: (id: QuantityId) => void;
}

/** The change of each parameter in the update, sorted by step size or any other column. */
export function Updates({ names, asked, onAsk }: UpdatesProps) {
  const hidden = useApp((state) => state.hidden);
  const t = useApp(({ explained }) => explained!.t);
  const experiment = useApp((state) => state.experiment);
  const where = updateAfter(experiment, t);
  const [by, setBy] = useState<Column>("step");
  const idIn = (name: string, column: Column): QuantityId =>
    ({
      gradient: ids.gradient.of(name, t),
      before: ids.parameter.of(name, t),
      step: ids.difference.of(name, t + 1),
      after: afterUpdate(name, where),
    })[column];
  const all = names.flatMap((name) => columns.map((column) => idIn(name, column.name)));
  const values = useAnswer<"values">({ kind: "values", ids: all });
  if (values?.length !== all.length) return undefined;
  const valueOf = new Map(all.map((id, i) => [id, values[i]!]));
  const number = (id: QuantityId) =>
    onAsk !== undefined && hidden.has(id) && idOf(id).kind === "parameter" ? (
      <Blank id={id} asked={id === asked} onAsk={onAsk} />
    ) : (
      <Quantity id={id}>{format(valueOf.get(id)!)}</Quantity>
    );
  const size = (name: string): number => Math.abs(valueOf.get(idIn(name, by))!);
  // Sorted by what is hidden, the order would tell it.
  const sorted = onAsk === undefined ? names.toSorted((a, b) => size(b) - size(a)) : names;
  return (
    <div className={styles.updates}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={messages.allUpdates}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.parameter}</th>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col" aria-sort={by === name ? "descending" : "none"}>
                  <Button small look="quiet" onClick={() => setBy(name)}>
                    {label} {by === name && "↓"}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((name) => {
              const id = { kind: "parameter", name, t } as const;
              return (
                <tr key={name}>
                  <th scope="row">
                    <Tex tex={symbolOf(id)} plain={plainOf(id)} />
                  </th>
                  {columns.map((column) => (
                    <td key={column.name}>{number(idIn(name, column.name))}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
