/** One track for the whole run: the loss over all recorded epochs, and the epoch shown. */
import { idOf, type QuantityId, updateOf } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { seekTargetOf } from "../../store/run/phase.ts";
import { seek, seekBy } from "../../store/run/control.ts";
import { partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ChevronLeftIcon, ChevronRightIcon } from "../../ui/kit/icons.tsx";
import { pointerIn } from "../../ui/kit/pointer.ts";
import { useSize } from "../../ui/kit/useSize.ts";
import { columnsOf } from "../../ui/plot/envelope.ts";
import { lineThrough, upright } from "../../ui/plot/line.ts";
import { clamped, scaleOf } from "../../ui/plot/scale.ts";
import { count } from "../../ui/kit/text.ts";
import { whenOf } from "../../ui/quantity/status.ts";
import { momentsOf } from "./moments.ts";
import { messages } from "#text/timeline";
import * as styles from "./Timeline.module.css";

/** Half the width of the thumb: the track begins and ends this far inside. */
const EDGE = 9;
/** A press on a moment's mark goes to the moment: this close to its middle, and at most so far above the base, in pixels. */
const MARK = { beside: 5, above: 12 };

export function Timeline() {
  const { ref, size } = useSize<HTMLDivElement>();
  const last = useThrottled(({ snapshot }) => snapshot.last);
  return (
    <div ref={ref} className={styles.timeline}>
      {last === 0 ? (
        <p className={styles.empty}>{messages.trainFirst}</p>
      ) : (
        size !== undefined && size.width > 60 && <Track width={size.width} />
      )}
    </div>
  );
}

const HEIGHT = 30;

function Track({ width }: { width: number }) {
  const { snapshot, record, records, experiment } = useThrottled((now) => ({
    snapshot: now.snapshot,
    record: now.record,
    records: now.records,
    experiment: now.experiment,
  }));
  const { t, last, branches, branch } = snapshot;
  const slider = useRef<HTMLInputElement>(null);
  const seekTarget = useApp(seekTargetOf);
  const pointed = useApp((now) => epochOf(now.pointed));
  const room = width - 2 * EDGE;
  const { perEpoch } = partsOf({ experiment });
  const longest = Math.max(...branches.map((other) => other.last));
  const x = scaleOf("linear", [0, longest], [EDGE, width - EDGE]);
  const most = columnsOf(record.history, room).reduce(
    (max, { high }) => (Number.isFinite(high) ? Math.max(max, high) : max),
    Math.LN2,
  );
  const y = clamped(scaleOf("linear", [0, most], [HEIGHT, 4]));
  const curve = (id: number, end: number): string => {
    const { history } = records.get(id) ?? record;
    const columns = columnsOf(history, (room * end) / longest).filter(({ high }) => Number.isFinite(high));
    const points = columns.map(({ epoch, high }) => [x(epoch), y(high)] as const);
    return lineThrough(points.length > 0 ? points : [[x(0), HEIGHT]]);
  };
  const own = curve(branch, last);
  // Changes may lie ahead of what has been trained.
  const moments = momentsOf(snapshot).filter((moment) => moment.t <= longest);
  const ticks = x.ticks(Math.max(2, width / 90)).major.filter(Number.isInteger);

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const tens: Record<string, number> = { ArrowLeft: -10, ArrowDown: -10, ArrowRight: 10, ArrowUp: 10 };
    const move = event.shiftKey ? tens[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    seekBy(move);
  };
  const snap = (event: PointerEvent<HTMLInputElement>): void => {
    const at = pointerIn(event.currentTarget, event);
    if (at.y < HEIGHT - MARK.above || at.y > HEIGHT) return;
    const near = moments.find((moment) => Math.abs(x(moment.t) - at.x) <= MARK.beside);
    if (near === undefined) return;
    event.preventDefault();
    slider.current!.focus();
    seek(near.t);
  };
  return (
    <>
      <svg width={width} height={HEIGHT} className={styles.track} aria-hidden="true">
        {branches
          .filter(({ id }) => id !== branch)
          .map((other) => (
            <path key={other.id} className={styles.ghost} d={curve(other.id, other.last)} />
          ))}
        <path className={styles.area} d={`${own}V${HEIGHT}H${x(0)}Z`} />
        <path className={styles.future} d={own} />
        <clipPath id="timeline-past">
          <rect x="0" y="0" width={x(t)} height={HEIGHT} />
        </clipPath>
        <path className={styles.past} d={own} clipPath="url(#timeline-past)" />
        <path className={styles.base} d={`M${EDGE} ${HEIGHT - 0.5}H${width - EDGE}`} />
        {record.rings.map(({ epoch }) => (
          <path key={epoch} className={styles.ring} d={`M${x(epoch)} ${HEIGHT}v-5`} />
        ))}
        {moments.map((moment) => (
          <path
            key={`${moment.t} ${moment.label}`}
            className={styles.moment}
            d={`M${x(moment.t)} ${HEIGHT}v-11m-3.5 0h7l-3.5 4.5z`}
          />
        ))}
        {pointed !== undefined && pointed !== t && pointed <= longest && (
          <path className={styles.pointed} d={upright(x(pointed), { top: 0, bottom: HEIGHT })} />
        )}
        <path className={styles.head} d={upright(x(t), { top: 0, bottom: HEIGHT })} />
      </svg>
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        aria-label={perEpoch === 1 ? messages.epoch : messages.update}
        aria-valuetext={
          perEpoch === 1 ? messages.epochOf(t, last) : messages.updateOf(t, last, whenOf(t, perEpoch))
        }
        min={0}
        max={longest}
        step={1}
        value={seekTarget ?? t}
        onChange={({ target }) => seek(target.valueAsNumber)}
        onPointerDown={snap}
        onKeyDown={press}
      />
      <svg width={width} height={20} className={styles.labels} aria-hidden="true">
        {ticks.map((epoch, i) => (
          <text
            key={epoch}
            x={i === 0 ? 2 : x(epoch)}
            y={19}
            textAnchor={i === 0 ? "start" : x(epoch) > width - 24 ? "end" : "middle"}
          >
            {count(epoch)}
          </text>
        ))}
      </svg>
    </>
  );
}

/** The epoch of the quantity that is pointed at. */
function epochOf(text: QuantityId | undefined): number | undefined {
  const id = text === undefined ? undefined : idOf(text);
  return id !== undefined && "t" in id ? updateOf(id.t) : undefined;
}

export function PreviousEpoch() {
  const first = useApp(({ snapshot }) => snapshot.t === 0);
  return (
    <Button icon look="quiet" aria-label={messages.previousEpoch} disabled={first} onClick={() => seekBy(-1)}>
      <ChevronLeftIcon />
    </Button>
  );
}

export function NextEpoch() {
  const atEnd = useApp(({ snapshot }) => snapshot.t === snapshot.last);
  return (
    <Button icon look="quiet" aria-label={messages.nextEpoch} disabled={atEnd} onClick={() => seekBy(1)}>
      <ChevronRightIcon />
    </Button>
  );
}
