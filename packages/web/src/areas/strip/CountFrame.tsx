import { innerSides, type Network, type TotalsPictures } from "@neural-viz/engine";
import { useMemo } from "react";
import { trainOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { lineWithTicks } from "../../ui/plot/sides.ts";
import { tallyOf } from "./tally.ts";
import { messages } from "#text/strip";
import * as styles from "./Strip.module.css";

interface CountFrameProps {
  of: TotalsPictures;
  params: Float64Array;
  network: Network;
  side: number;
  /** Neurons that are nearly constant draw no line. */
  constant: readonly number[];
  /** When it appears, after the frames; undefined at once. */
  turn: number | undefined;
}

/** Only the neurons' lines. Each region holds the number of lines on whose inner side it is; below, the points. */
export function CountFrame({ of, params, network, side, constant, turn }: CountFrameProps) {
  const train = useApp(trainOf);
  const layer = network.layers.at(-1)!;
  const drawn = useMemo(
    () => Array.from({ length: layer.fanIn }, (_, k) => k).filter((k) => !constant.includes(k)),
    [layer, constant],
  );
  const signs = drawn.map((k) => Math.sign(params[layer.weight + k]!));
  const sides = useMemo(() => innerSides(network, params, train), [network, params, train]);
  const regions = regionsOf(
    drawn.map((k) => of.lines[k]!),
    signs,
    of.size,
    (DIGIT * of.size) / side,
  );
  const rows = sides === undefined ? [] : tallyOf(sides, drawn, train.targets[0]!);
  return (
    <figure
      className={styles.frame}
      data-plays={turn === undefined ? undefined : true}
      style={{ width: side, ["--turn" as string]: turn ?? 0 }}
    >
      <svg className={styles.plane} width={side} height={side} role="img" aria-label={messages.countInner}>
        {regions.map(({ cells, count }) => (
          <path
            key={count}
            d={cellsPath(cells, of.size, side)}
            fill={
              count === drawn.length ? "var(--high-2)" : `var(--low-${Math.min(5, drawn.length - count)})`
            }
          />
        ))}
        {drawn.map((k, i) => {
          const { d } = lineWithTicks(of.lines[k]!, of.size, signs[i]!, {
            side,
            gap: side / 6,
            length: Math.max(4, side / 20),
          });
          return <path key={k} className={styles.line} d={d} />;
        })}
        {regions.flatMap(({ spots, count }) =>
          spots.map(([x, y]) => (
            <text
              key={`${x} ${y}`}
              className={styles.count}
              data-all={count === drawn.length || undefined}
              x={x * side}
              y={y * side + 5}
              textAnchor="middle"
            >
              {count}
            </text>
          )),
        )}
      </svg>
      <figcaption className={styles.counted} title={messages.countInner}>
        {rows.map(({ counts, ones, zeros }) => (
          <span key={counts.join(" ")}>
            {counts.join(", ")}: {ones > 0 && <i data-label="1">● {ones}</i>}{" "}
            {zeros > 0 && <i data-label="0">◆ {zeros}</i>}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface Region {
  readonly count: number;
  /** Cells of all regions with this count. */
  readonly cells: readonly number[];
  /** One place in each of its regions that is large enough for a digit, in the unit square. */
  readonly spots: readonly (readonly [number, number])[];
}

/** A digit needs this much room on each side of its middle, in pixels. */
const DIGIT = 6;

/** The regions between the lines, by the number of lines on whose inner side they are. A digit needs this many cells. */
function regionsOf(
  lines: readonly Float64Array[],
  signs: readonly number[],
  size: number,
  room: number,
): Region[] {
  const byPattern = new Map<string, number[]>();
  for (let cell = 0; cell < size * size; cell++) {
    const pattern = lines.map((line, i) => (signs[i]! * line[cell]! > 0 ? "1" : "0")).join("");
    const cells = byPattern.get(pattern);
    if (cells === undefined) byPattern.set(pattern, [cell]);
    else cells.push(cell);
  }
  const regions = new Map<number, { cells: number[]; spots: (readonly [number, number])[] }>();
  for (const [pattern, cells] of byPattern) {
    const count = [...pattern].filter((inner) => inner === "1").length;
    const region = regions.get(count) ?? { cells: [], spots: [] };
    region.cells.push(...cells);
    const { cell, depth } = deepest(cells, size);
    if (depth >= room) {
      region.spots.push([((cell % size) + 0.5) / size, (Math.floor(cell / size) + 0.5) / size]);
    }
    regions.set(count, region);
  }
  return Array.from(regions, ([count, { cells, spots }]) => ({ count, cells, spots }));
}

/** The cell in a region that is farthest from its edge, and how far, in cells. */
function deepest(cells: readonly number[], size: number): { readonly cell: number; readonly depth: number } {
  const inside = new Set(cells);
  let best = { cell: cells[0]!, depth: -1 };
  for (const cell of cells) {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let depth = Math.min(row, column, size - 1 - row, size - 1 - column);
    for (let reach = 1; reach <= depth; reach++) {
      const around = [-reach, 0, reach].flatMap((a) =>
        [-reach, 0, reach].map((b) => (row + a) * size + column + b),
      );
      if (around.some((other) => !inside.has(other))) depth = reach - 1;
    }
    if (depth > best.depth) best = { cell, depth };
  }
  return best;
}

/** Runs of cells as path data. */
function cellsPath(cells: readonly number[], size: number, side: number): string {
  const sorted = cells.toSorted((a, b) => a - b);
  const unit = side / size;
  const parts: string[] = [];
  for (let i = 0; i < sorted.length;) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[end - 1]! + 1 && sorted[end]! % size !== 0) end++;
    const [row, column] = [Math.floor(sorted[i]! / size), sorted[i]! % size];
    const width = (end - i) * unit;
    // A little overlap hides the seams.
    parts.push(
      `M${(column * unit).toFixed(1)} ${(row * unit).toFixed(1)}h${(width + 0.4).toFixed(1)}v${(unit + 0.4).toFixed(1)}h${(-width - 0.4).toFixed(1)}z`,
    );
    i = end;
  }
  return parts.join("");
}
