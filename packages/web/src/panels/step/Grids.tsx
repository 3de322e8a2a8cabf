import { format, formatProbability, type QuantityId } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Blank } from "./Blank.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";
import type { Grid } from "../../store/inspector/units.ts";

interface GridsProps {
  grids: readonly Grid[];
  /** The number that the learner is asked for, … */
  asked?: QuantityId;
  /** … and how to be asked for another. */
  onAsk?: (id: QuantityId) => void;
}

/** Vectors and matrices side by side, with every number a button. A number that is still to be found can be chosen. */
export function Grids({ grids, asked, onAsk }: GridsProps) {
  const hidden = useApp((state) => state.hidden);
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
                      {onAsk !== undefined && hidden.has(id) ? (
                        <Blank id={id} asked={id === asked} onAsk={onAsk} />
                      ) : (
                        <Quantity id={id}>
                          {id.startsWith("p[")
                            ? formatProbability(valueOf.get(id)!)
                            : format(valueOf.get(id)!)}
                        </Quantity>
                      )}
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
