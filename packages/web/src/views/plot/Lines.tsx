/** A few curves over the epochs, each with a dash of its own and its name at its end. Pressing a place goes there. */
import { format, type Series } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { pointerIn } from "../kit/pointer.ts";
import { useSize } from "../kit/useSize.ts";
import { linearTicks, logTicks } from "./ticks.ts";
import { count } from "../kit/text.ts";
import { words } from "../../words/plot.ts";
import * as styles from "./Lines.module.css";

interface Line extends Series {
  readonly name: string;
  /** The smallest and the largest of what `values` is the middle of. */
  readonly band?: { readonly low: Float64Array; readonly high: Float64Array };
}

interface LinesProps {
  /** What is drawn, in words: "Size of the gradient". */
  label: string;
  lines: readonly Line[];
  /** The epoch shown. */
  t: number;
  axis: "log" | "linear";
  /** The first epoch drawn; 0 unless given. */
  from?: number;
  /** Whether a place can be gone to. */
  onChoose?: (t: number) => void;
}

export function Lines(props: LinesProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.frame}>
      {size !== undefined && size.width > 0 && <Picture {...props} width={size.width} height={size.height} />}
    </div>
  );
}

const LEFT = 56;
/** The width of a letter of a name, about, in pixels. */
const LETTER = 7;
const BOTTOM = 18;
const TOP = 6;
/** The height of a name, in pixels. */
const NAME = 14;
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "1 4"];

function Picture({
  label,
  lines,
  t,
  axis,
  from = 0,
  onChoose,
  width,
  height,
}: LinesProps & { width: number; height: number }) {
  const [at, setAt] = useState<number>();
  const right = 16 + LETTER * Math.max(...lines.map(({ name }) => name.length));
  const epochs = [...new Set(lines.flatMap(({ ts }) => [...ts]))].toSorted((a, b) => a - b);
  const drawn = (value: number): boolean => Number.isFinite(value) && (axis === "linear" || value > 0);
  const values = lines
    .flatMap(({ values: middle, band }) => [...middle, ...(band?.low ?? []), ...(band?.high ?? [])])
    .filter(drawn);
  if (values.length === 0) return <p>{words.nothingToDraw(label)}</p>;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const low = axis === "log" ? least / 1.2 : Math.min(0, least);
  const high = axis === "log" ? most * 1.2 : most * 1.05 || 1;
  const last = Math.max(from + 1, epochs.at(-1)!);
  const bottom = height - BOTTOM;
  const x = (epoch: number): number => LEFT + ((epoch - from) / (last - from)) * (width - LEFT - right);
  const share = (value: number): number =>
    axis === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const y = (value: number): number => bottom - share(value) * (bottom - TOP);
  const round = axis === "log" ? logTicks(low, high).major : linearTicks(high, 4);
  const ticks = round.length > 0 ? round : [...new Set([least, most])];
  const read = epochs[at ?? -1];
  /** The lines that have a value at the epoch read, and it. */
  const readings = lines.flatMap(({ name, ts, values: all }) => {
    const i = read === undefined ? -1 : ts.indexOf(read);
    return i < 0 ? [] : [{ name, value: all[i]! }];
  });
  const reading =
    read === undefined
      ? undefined
      : words.readingAt(
          count(read),
          readings.map(({ name, value }) => `${name} ${format(value)}`).join(", "),
        );
  const follow = (event: PointerEvent): void => {
    const place = pointerIn(event.currentTarget, event).x;
    const epoch = ((place - LEFT) / (width - LEFT - right)) * (last - from) + from;
    setAt(
      epochs.reduce(
        (best, other, i) => (Math.abs(other - epoch) < Math.abs(epochs[best]! - epoch) ? i : best),
        0,
      ),
    );
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move !== undefined && !event.altKey) {
      const here = at ?? epochs.findLastIndex((epoch) => epoch <= t);
      setAt(Math.max(0, Math.min(epochs.length - 1, here + move)));
    } else if (event.key === "Enter" && read !== undefined) onChoose?.(read);
    else return;
    event.preventDefault();
  };
  const ends = apart(
    lines.map((line) => y(line.values.findLast(drawn) ?? low)),
    bottom,
  );
  return (
    <svg
      width={width}
      height={height}
      role="img"
      tabIndex={0}
      aria-label={
        reading ??
        words.linesOver(label, count(from), count(last), onChoose === undefined ? "" : words.enterGoes)
      }
      onPointerMove={follow}
      onPointerLeave={() => setAt(undefined)}
      onBlur={() => setAt(undefined)}
      onKeyDown={press}
      onClick={() => read !== undefined && onChoose?.(read)}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${LEFT} ${y(tick)}H${width - right}`} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {format(tick)
              .replace(/\.0+$/, "")
              .replace(/(\.\d*?)0+$/, "$1")
              .replace(/^1\.00×|^1×/, "")}
          </text>
        </g>
      ))}
      <path className={styles.cursor} d={`M${x(Math.min(t, last))} ${TOP}V${bottom}`} />
      {lines.map(
        ({ name, ts, band }) =>
          band !== undefined && <path key={name} className={styles.band} d={bandOf(ts, band, drawn, x, y)} />,
      )}
      {lines.map((line, i) => (
        <path
          key={line.name}
          className={styles.line}
          strokeDasharray={DASHES[i % DASHES.length]}
          d={pathOf(line, drawn, x, y)}
        />
      ))}
      {lines.map((line, i) => (
        <text key={line.name} x={width - right + 6} y={ends[i]! + 4}>
          {line.name}
        </text>
      ))}
      {read !== undefined && (
        <>
          <path className={styles.cursor} d={`M${x(read)} ${TOP}V${bottom}`} />
          {readings
            .filter(({ value }) => drawn(value))
            .map(({ name, value }) => (
              <circle key={name} className={styles.dot} cx={x(read)} cy={y(value)} r="3" />
            ))}
        </>
      )}
      <text x={LEFT} y={height - 3}>
        {reading ?? words.epoch(count(from))}
      </text>
      {reading === undefined && (
        <text x={width - right} y={height - 3} textAnchor="end">
          {count(last)}
        </text>
      )}
    </svg>
  );
}

/** Places moved apart, from the top down, so that names there can be read; none ends below the bottom. */
function apart(places: readonly number[], bottom: number): number[] {
  const moved = [...places];
  let free = -Infinity;
  for (const i of places.map((_, n) => n).toSorted((a, b) => places[a]! - places[b]!)) {
    moved[i] = Math.max(free, places[i]!);
    free = moved[i] + NAME;
  }
  const over = Math.max(0, ...moved.map((place) => place - bottom));
  return moved.map((place) => place - over);
}

function bandOf(
  ts: Float64Array,
  { low, high }: NonNullable<Line["band"]>,
  drawn: (value: number) => boolean,
  x: (epoch: number) => number,
  y: (value: number) => number,
): string {
  const places = Array.from(ts, (epoch, i) => ({ epoch, low: low[i]!, high: high[i]! })).filter(
    (place) => drawn(place.low) && drawn(place.high),
  );
  const upper = places.map((place) => `${x(place.epoch).toFixed(1)} ${y(place.high).toFixed(1)}`);
  const lower = places.map((place) => `${x(place.epoch).toFixed(1)} ${y(place.low).toFixed(1)}`).toReversed();
  return upper.length === 0 ? "" : `M${[...upper, ...lower].join("L")}Z`;
}

function pathOf(
  { ts, values }: Line,
  drawn: (value: number) => boolean,
  x: (epoch: number) => number,
  y: (value: number) => number,
): string {
  let pen = "M";
  return Array.from(ts, (epoch, i) => {
    if (!drawn(values[i]!)) {
      pen = "M";
      return "";
    }
    const part = `${pen}${x(epoch).toFixed(1)} ${y(values[i]!).toFixed(1)}`;
    pen = "L";
    return part;
  }).join("");
}
