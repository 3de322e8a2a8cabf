/** The updates in a row: where they agree, and the losses above them. A slider and buttons choose one. */
import { memo } from "react";
import { useReview } from "../../store/review/review.ts";
import type { Review } from "../../worker/review/protocol.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ChevronLeftIcon, ChevronRightIcon } from "../../ui/kit/icons.tsx";
import type { Size } from "../../ui/kit/useSize.ts";
import { areaWithin } from "../../ui/plot/area.ts";
import { Frame } from "../../ui/plot/Frame.tsx";
import { lineThrough, upright } from "../../ui/plot/line.ts";
import { type Scale, scaleOf } from "../../ui/plot/scale.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";

interface TimelineProps {
  of: Review;
  onChoose: (index: number) => void;
}

export function Timeline({ of, onChoose }: TimelineProps) {
  const index = useReview((state) => state.index);
  const { ts, differ } = of;
  const last = ts.length - 1;
  const next = differ.findIndex((count, i) => i > index && count > 0);
  return (
    <section className={styles.timeline} aria-label={messages.timeline}>
      <div className={styles.track}>
        <Frame className={styles.frame}>{(size) => <Picture of={of} index={index} size={size} />}</Frame>
        <input
          type="range"
          min={0}
          max={last}
          value={index}
          disabled={last === 0}
          aria-label={messages.update}
          aria-valuetext={messages.updateOf(ts[index]! + 1, differ[index]!)}
          onChange={({ target }) => onChoose(Number(target.value))}
        />
      </div>
      <div className={styles.steps}>
        <Button
          small
          icon
          aria-label={messages.previous}
          disabled={index === 0}
          onClick={() => onChoose(index - 1)}
        >
          <ChevronLeftIcon />
        </Button>
        <span className={styles.now}>{messages.updateShort(ts[index]! + 1)}</span>
        <Button
          small
          icon
          aria-label={messages.next}
          disabled={index === last}
          onClick={() => onChoose(index + 1)}
        >
          <ChevronRightIcon />
        </Button>
        {!of.comparison.agrees && (
          <Button small disabled={next === -1} onClick={() => onChoose(next)}>
            {messages.nextApart}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Half of a slider's thumb, in pixels: marks stand where the thumb does. */
const THUMB = 8;
/** Room for the names of the lines, in pixels. */
const NAMES = 40;
/** With more room than this for each update, in pixels, each has its own ✓ or ≠. */
const ROOM = 11;

function Picture({ of, index, size }: { of: Review; index: number; size: Size }) {
  const area = areaWithin(size, { left: THUMB, right: THUMB + NAMES, top: 6, bottom: 20 });
  const x = scaleOf("linear", [0, of.ts.length - 1], [area.left, area.right]);
  return (
    <svg {...size} role="img" aria-label={messages.lossOver}>
      <path className={styles.cursor} d={upright(x(index), area)} />
      <Lines of={of} width={size.width} height={size.height} />
    </svg>
  );
}

/** What stays while another update is chosen. */
const Lines = memo(({ of, ...size }: { of: Review } & Size) => {
  const { ts, differ, yours, ours } = of;
  const area = areaWithin(size, { left: THUMB, right: THUMB + NAMES, top: 6, bottom: 20 });
  const x = scaleOf("linear", [0, ts.length - 1], [area.left, area.right]);
  const losses = [...yours, ...ours].filter(Number.isFinite);
  const low = losses.reduce((a, b) => Math.min(a, b), Infinity);
  const high = losses.reduce((a, b) => Math.max(a, b), -Infinity);
  const y = scaleOf("linear", [low, high], [area.bottom - 4, area.top]);
  const path = (values: Float64Array): string =>
    lineThrough(Array.from(values, (value, i) => [x(i), y(value)]));
  const apart = yours.some((loss, i) => Math.abs(loss - ours[i]!) > (high - low) / 100);
  const roomy = (area.right - area.left) / Math.max(1, ts.length - 1) >= ROOM;
  const marks = (wrong: boolean): string =>
    [...differ]
      .map((count, i) =>
        count > 0 === wrong ? `M${x(i).toFixed(1)} ${area.bottom + 4}v${wrong ? 12 : 5}` : "",
      )
      .join("");
  return (
    <>
      {losses.length > 0 && (
        <>
          {apart && <path className={styles.our} d={path(ours)} />}
          <path className={styles.your} d={path(yours)} />
          {apart && <Name of={ours} {...{ x, y }} text={messages.ours} />}
          <Name of={yours} {...{ x, y }} text={apart ? messages.yours : messages.loss} />
        </>
      )}
      {roomy ? (
        [...differ].map((count, i) => (
          <text
            key={ts[i]}
            x={x(i)}
            y={area.bottom + 16}
            textAnchor="middle"
            data-differs={count > 0 || undefined}
          >
            {count > 0 ? "≠" : "✓"}
          </text>
        ))
      ) : (
        <>
          <path className={styles.agrees} d={marks(false)} />
          <path className={styles.differs} d={marks(true)} />
        </>
      )}
    </>
  );
});

/** The name of a line at its end. */
function Name({ of, x, y, text }: { of: Float64Array; x: Scale; y: Scale; text: string }) {
  const last = of.findLastIndex(Number.isFinite);
  return (
    <text className={styles.name} x={x(last) + THUMB} y={y(of[last]!) + 4}>
      {text}
    </text>
  );
}
