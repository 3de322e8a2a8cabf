import { useEffect, useRef } from "react";
import { seek } from "../../store/run/control.ts";
import { partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { NumberText } from "../../ui/kit/NumberText.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { ProgressBar } from "../../ui/kit/ProgressBar.tsx";
import { count } from "../../ui/kit/text.ts";
import { unitOf, whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/timeline";
import * as styles from "./Epoch.module.css";

/**
 * The epoch shown, and the progress of the run toward its limit. A press on the epoch lets another be typed, unless
 * the past is out of reach.
 */
export function Epoch({ fixed }: { fixed: boolean }) {
  const t = useThrottled(({ snapshot }) => snapshot.t);
  const limit = useApp(({ experiment }) => experiment.training.epochs);
  const { perEpoch, trained } = useApp(partsOf);
  const size = useApp(({ experiment: { training } }) => (training.batch === "all" ? 0 : training.batch.size));
  const reachable = useApp(({ snapshot, question }) => snapshot.last > 0 && question === undefined);
  const epoch = Math.floor(t / perEpoch);
  const batch = t % perEpoch;
  const shown = <NumberText width={6}>{count(epoch)}</NumberText>;
  return (
    <div className={styles.epoch}>
      <span className={styles.word}>{messages.epochWord}</span>{" "}
      {reachable && !fixed ? (
        <Popover
          side="above"
          button={{
            look: "quiet",
            className: styles.now,
            "aria-label": messages.typeUnit(unitOf(perEpoch), whenOf(t, perEpoch)),
            children: shown,
          }}
        >
          <Typed unit={unitOf(perEpoch)} t={t} />
        </Popover>
      ) : (
        <strong className={styles.now}>{shown}</strong>
      )}
      <ProgressBar
        label={messages.progress}
        value={t}
        max={Math.max(limit * perEpoch, 1)}
        text={messages.ofAtMost(whenOf(t, perEpoch), count(limit))}
      />
      <span className={styles.limit}>
        {perEpoch === 1
          ? messages.atMost(count(limit))
          : messages.batchOf(batch, perEpoch, Math.min(batch * size, trained), trained)}
      </span>
    </div>
  );
}

/** The field for another epoch, or for another update where an epoch has several. It has the focus, and closes with a number. */
function Typed({ unit, t }: { unit: "epoch" | "update"; t: number }) {
  const last = useApp(({ snapshot }) => snapshot.last);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current!.querySelector("input")!.select(), []);
  return (
    <div ref={box}>
      <NumberField
        label={messages.goTo(unit)}
        value={t}
        min={0}
        max={last}
        onChange={(next) => {
          seek(next);
          box.current!.closest<HTMLElement>("[popover]")!.hidePopover();
        }}
      />
    </div>
  );
}
