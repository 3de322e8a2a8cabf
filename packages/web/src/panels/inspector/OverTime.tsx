import { format, type QuantityId, type Series, stemOf } from "@neural-viz/engine";
import { seek } from "../../store/run/control.ts";
import { useAnswer } from "../../store/answers.ts";
import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { capital, count } from "../../ui/kit/text.ts";
import type { Size } from "../../ui/kit/useSize.ts";
import { unitOf } from "../../ui/quantity/status.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { areaWithin } from "../../ui/plot/area.ts";
import { AxisBelow, AxisLeft, BELOW, nameBelow } from "../../ui/plot/Axis.tsx";
import { Frame } from "../../ui/plot/Frame.tsx";
import { level, lineThrough, upright } from "../../ui/plot/line.ts";
import { clamp, scaleOf } from "../../ui/plot/scale.ts";
import { stopsAt } from "../../ui/plot/stops.ts";
import { useReading } from "../../ui/plot/useReading.ts";
import { messages } from "#text/inspector";
import * as styles from "./Inspector.module.css";

/** The number over all epochs. A press goes to that epoch. */
export function OverTime({ id }: { id: QuantityId }) {
  const answer = useAnswer<"series">({ kind: "series", stems: [stemOf(id)] })?.[0];
  return (
    <Frame className={styles.time}>
      {(size) => {
        if (answer === undefined) return <p className={styles.hint}>{messages.replayingTheRun}</p>;
        if (!answer.ok) return <p className={styles.hint}>{answer.why.text}</p>;
        const series = answer.value;
        if (!series.values.some(Number.isFinite))
          return <p className={styles.hint}>{messages.noneIsFinite}</p>;
        return <Sparkline {...series} size={size} />;
      }}
    </Frame>
  );
}

const MARGINS = { right: 6, top: 24, bottom: 22 };
/** The width of a character, in pixels. */
const LETTER = 7;

function Sparkline({ ts, values, size }: Series & { size: Size }) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const when = useWhen();
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const finite = values.filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const last = Math.max(1, ts.at(-1)!);
  const ticks = scaleOf("linear", [low, high], [0, 1]).ticks(3).major;
  const left = 10 + LETTER * Math.max(...ticks.map((tick) => tickText(tick).length));
  const area = areaWithin(size, { ...MARGINS, left });
  const x = scaleOf("linear", [0, last], [area.left, area.right]);
  const y = scaleOf("linear", [low, high], [area.bottom, area.top]);
  const times = x.ticks(Math.max(2, size.width / 90)).major.filter(Number.isInteger);
  const { at, reader } = useReading({ x, stops: stopsAt(ts, x), start: t, onChoose: seek });
  const value = at === undefined ? undefined : values[ts.indexOf(at)]!;
  const reading = at === undefined ? undefined : `${when(at)}: ${format(value!)}`;
  return (
    <svg
      {...size}
      {...reader}
      aria-label={
        reading === undefined
          ? messages.overUpdates(last, format(values[0]!), format(values.at(-1)!))
          : capital(reading)
      }
    >
      <AxisLeft ticks={ticks} scale={y} area={area} text={tickText} grid />
      <path className={styles.axis} d={upright(area.left, area) + level(area.bottom, area)} />
      <AxisBelow ticks={times} scale={x} area={area} text={count} />
      <text x={nameBelow(times, x, area)} y={area.bottom + BELOW} textAnchor="middle">
        {messages.units[unit]}
      </text>
      <path
        className={styles.curve}
        d={lineThrough(Array.from(ts, (epoch, i) => [x(epoch), y(values[i]!)]))}
      />
      <path className={styles.cursor} d={upright(x(clamp(t, x.domain)), area)} />
      <text x={area.left} y={12}>
        {reading ?? `${format(low)} … ${format(high)}`}
      </text>
      {at !== undefined && Number.isFinite(value) && (
        <circle className={styles.dot} cx={x(at)} cy={y(value!)} r="4" />
      )}
    </svg>
  );
}

/** A round number on the axis, with as few digits as it has. */
function tickText(tick: number): string {
  const size = Math.abs(tick);
  return tick === 0 || (size >= 1e-3 && size < 1e4) ? String(tick).replace("-", "−") : format(tick);
}
