import { rowOf } from "@neural-viz/engine";
import { useMemo } from "react";
import { dataOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { type NeuronLine, linesOf } from "../../store/selection/lines.ts";
import { useApp } from "../../store/store.ts";
import { lineWithTicks } from "../../ui/plot/sides.ts";
import { spotOf } from "../../ui/plot/square.ts";
import * as styles from "./Boundary.module.css";

/** The hidden neurons' lines over the plane, with ticks to their inner sides and the neurons' numbers. */
export function NeuronLines({ side }: { side: number }) {
  const found = useThrottled(linesOf, MANY_NUMBERS);
  const off = useApp((state) => state.off);
  const samples = useApp(dataOf);
  const picture = useApp((state) => state.snapshot.picture);
  const points = useMemo(
    () => Array.from({ length: samples.count }, (_, s) => spotOf(picture, rowOf(samples.inputs, s))),
    [samples, picture],
  );
  if (found === undefined) return undefined;
  const { size } = found;
  const shown = found.lines.filter(({ unit }) => unit !== off?.unit);
  const small = side < 200;
  const drawn = shown.map((line) => ({
    line,
    ...lineWithTicks(line.field, size, line.sign, { side, gap: small ? 20 : 36, length: small ? 4 : 8 }),
  }));
  const tags = drawn.map(({ line, points: along }) => ({
    unit: line.unit,
    at: tagPlace(along, line, shown, size, points),
  }));
  return (
    <g aria-hidden="true">
      <clipPath id="plane">
        <rect width={side} height={side} />
      </clipPath>
      <g clipPath="url(#plane)">
        {drawn.map(({ line, d }) => (
          <g key={line.unit}>
            <path className={styles.lineCasing} d={d} />
            <path className={styles.neuronLine} d={d} />
          </g>
        ))}
      </g>
      {!small &&
        tags.map(
          ({ unit, at }) =>
            at !== undefined && (
              <g
                key={unit}
                transform={`translate(${(at[0] * side).toFixed(1)} ${(at[1] * side).toFixed(1)})`}
              >
                <circle className={styles.tag} r="10.5" />
                <text className={styles.tagNumber} y="4.5" textAnchor="middle">
                  {unit}
                </text>
              </g>
            ),
        )}
    </g>
  );
}

type Place = readonly [x: number, y: number];

/** A place on a line for its neuron's number: away from the points, from the other lines and from the middle. */
function tagPlace(
  along: readonly Place[],
  line: NeuronLine,
  all: readonly NeuronLine[],
  size: number,
  points: readonly { readonly x1: number; readonly x2: number }[],
): Place | undefined {
  let best: { at: Place; room: number } | undefined;
  for (const [x, y] of along) {
    if (Math.min(x, y, 1 - x, 1 - y) < 0.045) continue;
    const toPoint = points.reduce((least, p) => Math.min(least, Math.hypot(p.x1 - x, 1 - p.x2 - y)), 1);
    const cell = Math.min(size - 1, Math.floor(y * size)) * size + Math.min(size - 1, Math.floor(x * size));
    const toLine = all
      .filter((other) => other !== line)
      .reduce(
        (least, { field }) => Math.min(least, Math.abs(field[cell]!) / steepness(field, size, cell)),
        1,
      );
    const outward = Math.hypot(x - 0.5, y - 0.5);
    const room = Math.min(toPoint, 0.06) + 1.6 * Math.min(toLine, 0.08) + 0.08 * outward;
    if (best === undefined || room > best.room) best = { at: [x, y], room };
  }
  return best?.at;
}

/** How much a field changes over the whole side of the square, near a cell. */
function steepness(field: Float64Array, size: number, cell: number): number {
  const right = cell % size === size - 1 ? cell - 1 : cell + 1;
  const below = cell >= size * (size - 1) ? cell - size : cell + size;
  return size * Math.hypot(field[right]! - field[cell]!, field[below]! - field[cell]!) || 1;
}
