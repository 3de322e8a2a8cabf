import { setLook } from "../../store/actions.ts";
import { useCalm } from "../../store/hooks.ts";
import { resolutions, useApp } from "../../store/store.ts";
import { Select } from "../kit/Select.tsx";
import { useSize } from "../kit/useSize.ts";
import { Boundary } from "./Boundary.tsx";
import * as styles from "./Boundary.module.css";
import { PointTable } from "./PointTable.tsx";

const sizes = resolutions.map((size) => ({ value: String(size), label: `${size} × ${size}` }));
const fields = [
  { value: "class", label: "Class" },
  { value: "confidence", label: "Confidence" },
] as const;

/** How many are right, and how the square is drawn. */
export function BoundaryHead() {
  const { field, resolution } = useApp(({ look }) => look);
  const right = useCalm(({ snapshot }) => `${snapshot.correct} of ${snapshot.probability.length}`);
  return (
    <>
      <PointTable />
      <Select
        label="Field"
        hideLabel
        value={field}
        options={fields}
        onChange={(value) => setLook({ field: value })}
      />
      <Select
        label="Resolution"
        hideLabel
        value={String(resolution)}
        options={sizes}
        onChange={(value) => setLook({ resolution: Number(value) })}
      />
      <strong className={styles.right}>{right}</strong>
    </>
  );
}

/** What does the network answer, anywhere in the square? */
export function BoundaryBody() {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.frame}>
      {size !== undefined && size.width > 40 && size.height > 40 && <Boundary {...size} />}
    </div>
  );
}
