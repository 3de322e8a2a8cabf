import { format, type Trail } from "@neural-viz/engine";
import { Quantity } from "../inspector/Quantity.tsx";
import { TableIcon } from "../kit/icons.tsx";
import { Popover } from "../kit/Popover.tsx";
import { count } from "../playground/words.ts";
import * as styles from "./Surface.module.css";

interface TrailTableProps {
  trail: Trail;
  /** What is shown: "Path", "Descent". */
  name: string;
  /** What the stops are counted in. */
  unit: "Epoch" | "Update";
  across: string;
  up: string;
}

/** A trail as numbers. */
export function TrailTable({ trail, name, unit, across, up }: TrailTableProps) {
  const label = `${name} as table`;
  return (
    <Popover
      button={{
        look: "quiet",
        small: true,
        icon: true,
        "aria-label": `Show ${label.toLowerCase()}`,
        children: <TableIcon />,
      }}
    >
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[unit, across, up, "Distance from the plane", "Loss"].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from(trail.ts, (t, i) => (
              <tr key={t}>
                <td>{count(t)}</td>
                <td>{format(trail.x[i]!)}</td>
                <td>{format(trail.y[i]!)}</td>
                <td>{format(trail.distance[i]!)}</td>
                <td>
                  {unit === "Epoch" ? (
                    <Quantity id={`L@${t}`}>{format(trail.loss[i]!)}</Quantity>
                  ) : (
                    format(trail.loss[i]!)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Popover>
  );
}
