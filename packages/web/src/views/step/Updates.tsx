import { format, symbolOf } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { plainOf } from "../inspector/names.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { Button } from "../kit/Button.tsx";
import { Tex } from "../kit/Tex.tsx";
import { words } from "../../words/step.ts";
import { afterUpdate, updateAfter } from "./units.ts";
import * as styles from "./Step.module.css";

type Column = "gradient" | "before" | "step" | "after";

const columns = [
  { name: "gradient", label: words.gradient },
  { name: "before", label: words.before },
  { name: "step", label: words.step },
  { name: "after", label: words.after },
] as const;

/** What the update does to each parameter; the largest steps first, or by any other column. */
export function Updates({ names }: { names: readonly string[] }) {
  const t = useApp(({ explained }) => explained!.t);
  const experiment = useApp((state) => state.experiment);
  const where = updateAfter(experiment, t);
  const [by, setBy] = useState<Column>("step");
  const idOf = (name: string, column: Column): string =>
    ({
      gradient: `g${name}@${t}`,
      before: `${name}@${t}`,
      step: `d${name}@${t + 1}`,
      after: afterUpdate(name, where),
    })[column];
  const ids = [
    `predicted@${t + 1}`,
    `dL@${t + 1}`,
    ...names.flatMap((name) => columns.map((column) => idOf(name, column.name))),
  ];
  const values = useAnswer<"values">({ kind: "values", ids });
  if (values?.length !== ids.length) return undefined;
  const valueOf = new Map(ids.map((id, i) => [id, values[i]!]));
  const number = (id: string) => <Quantity id={id}>{format(valueOf.get(id)!)}</Quantity>;
  const size = (name: string): number => Math.abs(valueOf.get(idOf(name, by))!);
  return (
    <div className={styles.updates}>
      <p>{words.change(number(`predicted@${t + 1}`), number(`dL@${t + 1}`))}</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.allUpdates}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
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
            {names
              .toSorted((a, b) => size(b) - size(a))
              .map((name) => {
                const id = { kind: "parameter", name, t } as const;
                return (
                  <tr key={name}>
                    <th scope="row">
                      <Tex tex={symbolOf(id)} plain={plainOf(id)} />
                    </th>
                    {columns.map((column) => (
                      <td key={column.name}>{number(idOf(name, column.name))}</td>
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
