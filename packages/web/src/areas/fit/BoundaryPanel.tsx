import { openPanel } from "../../store/panels/open.ts";
import { setLook } from "../../store/selection/choose.ts";
import { partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { resolutions } from "../../store/selection/state.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { LookIcon, TableIcon } from "../../ui/kit/icons.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { useSize } from "../../ui/kit/useSize.ts";
import { OutsideNote } from "./OutsideNote.tsx";
import { Boundary } from "./Boundary.tsx";
import { messages } from "#text/playground";
import * as styles from "./Boundary.module.css";
import { correctOf } from "../../ui/quantity/status.ts";

const sizes = resolutions.map((size) => ({ value: String(size), label: messages.cells(size) }));
const fields = [
  { value: "class", label: messages.fieldClass },
  { value: "confidence", label: messages.fieldConfidence },
] as const;

/** How many points are correct, and how the square is drawn. */
export function BoundaryHead() {
  const { field, resolution } = useApp(({ look }) => look);
  const correct = useThrottled(correctOf);
  const tested = useApp((state) => partsOf(state).heldOut > 0);
  return (
    <>
      <Button
        small
        look="quiet"
        icon
        aria-label={messages.showPointsAsTable}
        onClick={() => openPanel("audit")}
      >
        <TableIcon />
      </Button>
      <Popover
        button={{
          look: "quiet",
          small: true,
          icon: true,
          "aria-label": messages.howBoundaryIsDrawn,
          children: <LookIcon />,
        }}
      >
        <div className={styles.look}>
          <Select
            label={messages.field}
            value={field}
            options={fields}
            onChange={(value) => setLook({ field: value })}
          />
          <Select
            label={messages.resolution}
            value={String(resolution)}
            options={sizes}
            onChange={(value) => setLook({ resolution: Number(value) })}
          />
        </div>
      </Popover>
      <span className={styles.right} data-tested={tested || undefined}>
        <strong>{correct}</strong> {!tested && <span className={styles.suffix}>{messages.correct}</span>}
      </span>
    </>
  );
}

/** What the network predicts, anywhere in the square. */
export function BoundaryBody() {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div className={styles.frame}>
      <OutsideNote />
      <div ref={ref} className={styles.room}>
        {size !== undefined && size.width > 40 && size.height > 40 && <Boundary {...size} />}
      </div>
    </div>
  );
}
