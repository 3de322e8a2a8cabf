import { format, formatProbability } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";
import type { Grid } from "../../store/inspector/units.ts";

/** Vectors and matrices side by side, with every number a button. */
export function Grids({ grids }: { grids: readonly Grid[] }) {
  const ids = grids.flatMap(({ rows }) => rows.flat());
  const values = useAnswer<"values">({ kind: "values", ids });
  if (values?.length !== ids.length) return undefined;
  const valueOf = new Map(ids.map((id, i) => [id, values[i]!]));
  return (
    <div className={styles.grids} tabIndex={0} role="group" aria-label={messages.numbersOfThisUnit}>
      {grids.map(({ label, rows }) => (
        <figure key={label} className={styles.grid}>
          <figcaption>
            <Tex tex={label} plain={label} />
          </figcaption>
          <table>
            <tbody>
              {rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((id) => (
                    <td key={id}>
                      <Quantity id={id}>
                        {id.startsWith("p[") ? formatProbability(valueOf.get(id)!) : format(valueOf.get(id)!)}
                      </Quantity>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      ))}
    </div>
  );
}
