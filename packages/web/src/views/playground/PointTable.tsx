import { format, formatProbability } from "@neural-viz/engine";
import { select } from "../../store/actions.ts";
import { dataOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { TableIcon } from "../kit/icons.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Quantity } from "../inspector/Quantity.tsx";
import * as styles from "./Table.module.css";

/** Every point with the network's answer; pressing one chooses it. */
export function PointTable() {
  return (
    <Popover
      button={{
        look: "quiet",
        small: true,
        icon: true,
        "aria-label": "Show points as table",
        children: <TableIcon />,
      }}
    >
      <Rows />
    </Popover>
  );
}

function Rows() {
  const samples = useApp(dataOf);
  const { probability, t } = useCalm(({ snapshot }) => snapshot, 1000);
  const selection = useApp((state) => state.selection);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Points as table">
      <table className={styles.table}>
        <caption>All points in file order; press a number to look at its point.</caption>
        <thead>
          <tr>
            {["Point", "x₁", "x₂", "y", "ŷ", ""].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(samples.y, (y, s) => {
            const p = probability[s] ?? NaN;
            const wrong = p > 0.5 !== (y === 1);
            return (
              // A sample has no identity but its place in the file.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={s} data-wrong={wrong || undefined}>
                <td>
                  <Button
                    small
                    look="quiet"
                    aria-label={`Point ${s + 1}`}
                    aria-pressed={selection.kind === "sample" && selection.index === s}
                    onClick={() => select({ kind: "sample", index: s })}
                  >
                    {s + 1}
                  </Button>
                </td>
                <td>{format(samples.x1[s]!)}</td>
                <td>{format(samples.x2[s]!)}</td>
                <td>{y === 1 ? "● 1" : "◆ 0"}</td>
                <td>
                  <Quantity id={`p[${s + 1}]@${t}`}>{formatProbability(p)}</Quantity>
                </td>
                <td>{wrong ? "wrong" : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
