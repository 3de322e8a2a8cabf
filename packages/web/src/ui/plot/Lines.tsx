/** A few curves over the epochs, each with a distinct dash and its name at its end. A press goes to that epoch. */
import { format, type Series } from "@neural-viz/engine";
import { count } from "../kit/text.ts";
import type { Size } from "../kit/useSize.ts";
import { areaWithin } from "./area.ts";
import { AxisLeft, BELOW } from "./Axis.tsx";
import { bandThrough } from "./band.ts";
import { Frame } from "./Frame.tsx";
import { lineThrough, upright } from "./line.ts";
import { clamp, isDrawable, type ScaleKind, scaleOf } from "./scale.ts";
import { stopsAt } from "./stops.ts";
import { useReading } from "./useReading.ts";
import { messages } from "#text/plot";
import * as styles from "./Lines.module.css";

interface Line extends Series {
  readonly name: string;
  /** The smallest and the largest value, of which `values` is the middle. */
  readonly band?: { readonly low: Float64Array; readonly high: Float64Array };
}

interface LinesProps {
  /** What is drawn: "Size of the gradient". */
  label: string;
  lines: readonly Line[];
  /** The epoch shown. */
  t: number;
  axis: ScaleKind;
  /** The first epoch drawn; 0 by default. */
  from?: number;
  /** Whether a press goes to an epoch. */
  onChoose?: (t: number) => void;
}

export function Lines(props: LinesProps) {
  const { label, lines, axis } = props;
  const values = valuesOf(lines).filter((value) => isDrawable(axis, value));
  return (
    <Frame className={styles.frame}>
      {(size) =>
        values.length === 0 ? (
          <p>{messages.nothingToDraw(label)}</p>
        ) : (
          <Picture {...props} least={Math.min(...values)} most={Math.max(...values)} size={size} />
        )
      }
    </Frame>
  );
}

const valuesOf = (lines: readonly Line[]): number[] =>
  lines.flatMap(({ values, band }) => [...values, ...(band?.low ?? []), ...(band?.high ?? [])]);

interface PictureProps extends LinesProps {
  /** The smallest and the largest value that can be drawn. */
  least: number;
  most: number;
  size: Size;
}

/** Roughly the width of a letter, in pixels. */
const LETTER = 7;
/** The height of a name, in pixels. */
const NAME = 14;
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "1 4", "14 4", "7 3 2 3 2 3"];

function Picture({ label, lines, t, axis, from = 0, onChoose, least, most, size }: PictureProps) {
  const area = areaWithin(size, {
    left: 56,
    right: 16 + LETTER * Math.max(...lines.map(({ name }) => name.length)),
    top: 6,
    bottom: 19,
  });
  const epochs = [...new Set(lines.flatMap(({ ts }) => [...ts]))].toSorted((a, b) => a - b);
  const last = Math.max(from + 1, epochs.at(-1)!);
  const x = scaleOf("linear", [from, last], [area.left, area.right]);
  const y = scaleOf(
    axis,
    axis === "log" ? [least / 1.2, most * 1.2] : [Math.min(0, least), most * 1.05 || 1],
    [area.bottom, area.top],
  );
  const round = y.ticks(axis === "log" ? 5 : 4).major;
  const { at, reader } = useReading({ x, stops: stopsAt(epochs, x), start: t, onChoose });
  /** The lines that have a value at the epoch under the pointer, with that value. */
  const readings = lines.flatMap(({ name, ts, values }) => {
    const i = at === undefined ? -1 : ts.indexOf(at);
    return i < 0 ? [] : [{ name, value: values[i]! }];
  });
  const reading =
    at === undefined
      ? undefined
      : messages.readingAt(
          count(at),
          readings.map(({ name, value }) => `${name} ${format(value)}`).join(", "),
        );
  const ends = spreadOut(
    lines.map(({ values }) => y(values.findLast((value) => isDrawable(axis, value)) ?? y.domain[0])),
    area.bottom,
  );
  return (
    <svg
      {...size}
      {...reader}
      aria-label={
        reading ??
        messages.linesOver(label, count(from), count(last), onChoose === undefined ? "" : messages.enterGoes)
      }
    >
      <AxisLeft
        ticks={round.length > 0 ? round : [...new Set([least, most])]}
        scale={y}
        area={area}
        text={tick}
        grid
      />
      <path className={styles.cursor} d={upright(x(clamp(t, x.domain)), area)} />
      {lines.map(
        ({ name, ts, band }) =>
          band !== undefined && (
            <path
              key={name}
              className={styles.band}
              d={bandThrough(Array.from(ts, (epoch, i) => [x(epoch), y(band.low[i]!), y(band.high[i]!)]))}
            />
          ),
      )}
      {lines.map(({ name, ts, values }, i) => (
        <path
          key={name}
          className={styles.line}
          strokeDasharray={DASHES[i % DASHES.length]}
          d={lineThrough(Array.from(ts, (epoch, n) => [x(epoch), y(values[n]!)]))}
        />
      ))}
      {lines.map(({ name }, i) => (
        <text key={name} x={area.right + 6} y={ends[i]! + 4}>
          {name}
        </text>
      ))}
      {at !== undefined && (
        <>
          <path className={styles.cursor} d={upright(x(at), area)} />
          {readings
            .filter(({ value }) => isDrawable(axis, value))
            .map(({ name, value }) => (
              <circle key={name} className={styles.dot} cx={x(at)} cy={y(value)} r="3" />
            ))}
        </>
      )}
      <text x={area.left} y={area.bottom + BELOW}>
        {reading ?? messages.epoch(count(from))}
      </text>
      {reading === undefined && (
        <text x={area.right} y={area.bottom + BELOW} textAnchor="end">
          {count(last)}
        </text>
      )}
    </svg>
  );
}

/** A round number without trailing zeros; a power of ten without its 1. */
function tick(value: number): string {
  return format(value)
    .replace(/\.0+$/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/^1\.00×|^1×/, "");
}

/** Spreads out positions from the top down, so that the names there don't overlap. None ends below the bottom. */
function spreadOut(positions: readonly number[], bottom: number): number[] {
  const moved = [...positions];
  let free = -Infinity;
  for (const i of positions.map((_, n) => n).toSorted((a, b) => positions[a]! - positions[b]!)) {
    moved[i] = Math.max(free, positions[i]!);
    free = moved[i] + NAME;
  }
  const over = Math.max(0, ...moved.map((position) => position - bottom));
  return moved.map((position) => position - over);
}
