import { format, ids, type Trajectory } from "@neural-viz/engine";
import { penalizedOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { TableIcon } from "../../ui/kit/icons.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/surface";
import * as styles from "./Surface.module.css";

interface TrajectoryTableProps {
  trajectory: Trajectory;
  kind: "path" | "descent";
  across: string;
  up: string;
}

/** A trajectory as numbers. */
export function TrajectoryTable({ trajectory, kind, across, up }: TrajectoryTableProps) {
  const { label, show, unit } = messages.tables[kind];
  const penalized = useApp(penalizedOf);
  // The run's own record is of L; a descent is told by what it lowers.
  const lowered = penalized && kind === "descent" ? messages.objective : messages.loss;
  return (
    <Popover
      button={{
        look: "quiet",
        small: true,
        icon: true,
        "aria-label": show,
        children: <TableIcon />,
      }}
    >
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[unit, across, up, messages.distanceFromThePlane, lowered].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from(trajectory.ts, (t, i) => (
              <tr key={t}>
                <td>{count(t)}</td>
                <td>{format(trajectory.x[i]!)}</td>
                <td>{format(trajectory.y[i]!)}</td>
                <td>{format(trajectory.distance[i]!)}</td>
                <td>
                  {kind === "path" ? (
                    <Quantity id={ids.L.of(t)}>{format(trajectory.loss[i]!)}</Quantity>
                  ) : (
                    format(trajectory.loss[i]!)
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
