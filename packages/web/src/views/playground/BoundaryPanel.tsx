import { openPanel, setLook } from "../../store/actions.ts";
import { partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { resolutions, useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { LookIcon, TableIcon } from "../kit/icons.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import { useSize } from "../kit/useSize.ts";
import { Boundary } from "./Boundary.tsx";
import * as styles from "./Boundary.module.css";
import { rightOf } from "./words.ts";

const sizes = resolutions.map((size) => ({ value: String(size), label: `${size} × ${size} cells` }));
const fields = [
  { value: "class", label: "Class: orange 0, blue 1" },
  { value: "confidence", label: "Confidence |ŷ − ½|·2" },
] as const;

/** How many are right, and how the square is drawn. */
export function BoundaryHead() {
  const { field, resolution } = useApp(({ look }) => look);
  const right = useCalm(rightOf);
  const tested = useApp((state) => partsOf(state).heldOut > 0);
  return (
    <>
      <Button small look="quiet" icon aria-label="Show points as table" onClick={() => openPanel("audit")}>
        <TableIcon />
      </Button>
      <Popover
        button={{
          look: "quiet",
          small: true,
          icon: true,
          "aria-label": "How the boundary is drawn",
          children: <LookIcon />,
        }}
      >
        <div className={styles.look}>
          <Select
            label="Field"
            value={field}
            options={fields}
            onChange={(value) => setLook({ field: value })}
          />
          <Select
            label="Resolution"
            value={String(resolution)}
            options={sizes}
            onChange={(value) => setLook({ resolution: Number(value) })}
          />
        </div>
      </Popover>
      <span className={styles.right}>
        <strong>{right}</strong> {!tested && <span className={styles.words}>on the right side</span>}
      </span>
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
