import { cellCenter, format, type Coordinates, type Trajectory as Stops } from "@neural-viz/engine";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { penalizedOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import type { Answers, ValueOf } from "../../worker/protocol.ts";
import { pointerIn } from "../../ui/kit/pointer.ts";
import { paintCells } from "../../ui/plot/color.ts";
import { levelLines, pathOf } from "../../ui/plot/contour.ts";
import { contourLevels, roundNumbers } from "../../ui/plot/levels.ts";
import { placeLabels } from "../../ui/plot/lineLabels.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { axisNames } from "./slice.ts";
import { messages } from "#text/surface";
import * as styles from "./Surface.module.css";
import { Trajectory } from "./Trajectory.tsx";

export type Sliced = ValueOf<Answers["surface"]>;

/** A cell of the square, from 0, 0 at the top left. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Room for the axes. */
const LEFT = 62;
const BOTTOM = 42;
const EDGE = 8;
/** Ink at full strength would hide the lines, so the ramp ends here. */
const DARKEST = 105;
const MAX_LABELS = 7;
/** A loss beyond the ramp leaves the cell transparent, so that the hatching behind it shows. */
const NO_COLOR = -1;

interface PictureProps {
  surface: Sliced;
  path: Stops | undefined;
  descent: Stops | undefined;
  cell: Cell;
  width: number;
  height: number;
  onCell: (cell: Cell) => void;
  onTrace: () => void;
  onInspect: () => void;
}

/** The loss in every cell, lines of equal loss, the current parameters and the path of the run. */
export function Picture(props: PictureProps) {
  const { surface, path, descent, cell, width, height, onCell, onTrace, onInspect } = props;
  const { size, reach, center, directions, losses } = surface;
  const penalized = useApp(penalizedOf);
  const side = Math.max(120, Math.floor(Math.min(width - LEFT - EDGE, height - BOTTOM - EDGE)));
  const x = (value: number): number => ((value - center[0]) / reach + 1) * (side / 2);
  const y = (value: number): number => (1 - (value - center[1]) / reach) * (side / 2);
  const [low, high] = useMemo(() => rangeOf(losses), [losses]);
  const lines = useMemo(
    () => contourLevels(low, high).map((level) => ({ value: level, lines: levelLines(losses, size, level) })),
    [losses, size, low, high],
  );
  const labels = useMemo(() => placeLabels(lines, [[0.5, 0.5]], MAX_LABELS), [lines]);
  const at = cellCenter(surface, cell.row, cell.column);
  const clamp = (i: number): number => Math.max(0, Math.min(size - 1, i));
  const press = (event: KeyboardEvent): void => {
    const far = event.shiftKey ? 10 : 1;
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [0, -far],
      ArrowRight: [0, far],
      ArrowUp: [-far, 0],
      ArrowDown: [far, 0],
    };
    const move = moves[event.key];
    if (move !== undefined) onCell({ row: clamp(cell.row + move[0]), column: clamp(cell.column + move[1]) });
    else if (event.key === "Enter") onTrace();
    else if (event.key === "i" || event.key === "I") onInspect();
    else return;
    event.preventDefault();
  };
  const choose = (event: MouseEvent): void => {
    const pressed = pointerIn(event.currentTarget, event);
    const index = (share: number): number => clamp(Math.floor(share * size));
    onCell({
      row: index(pressed.y / side),
      column: index(pressed.x / side),
    });
  };
  const [across, up] = axisNames(directions);
  return (
    <div className={styles.picture} style={{ width: side + LEFT + EDGE, height: side + BOTTOM + EDGE }}>
      <div className={styles.square} style={{ left: LEFT, top: EDGE, width: side, height: side }}>
        <Field losses={losses} size={size} low={low} high={high} />
        <svg
          className={styles.lines}
          width={side}
          height={side}
          role="img"
          aria-label={messages.lossOver(
            penalized,
            across,
            up,
            surface.t,
            format(low),
            format(high),
            format(losses[(losses.length - 1) / 2]!),
          )}
        >
          {lines.map(({ value, lines: parts }) => (
            <path key={value} className={styles.contour} d={pathOf(parts, side)} />
          ))}
          {labels.map(({ value, x: left, y: top }) => (
            <text
              key={value}
              className={styles.height}
              x={left * side}
              y={top * side + 4}
              textAnchor="middle"
            >
              {value < 1e-3 ? format(value) : value}
            </text>
          ))}
          {path !== undefined && <Trajectory trajectory={path} x={x} y={y} kind="path" />}
          {descent !== undefined && <Trajectory trajectory={descent} x={x} y={y} kind="descent" />}
          <circle className={styles.halo} cx={side / 2} cy={side / 2} r="6" />
          <circle className={styles.present} cx={side / 2} cy={side / 2} r="5" />
          <Cross x={x(at[0])} y={y(at[1])} />
        </svg>
        <div
          className={styles.cursor}
          role="application"
          tabIndex={0}
          aria-label={messages.reader}
          onKeyDown={press}
          onClick={choose}
        />
      </div>
      <Axes side={side} center={center} reach={reach} x={x} y={y} across={across} up={up} />
    </div>
  );
}

/** The smallest and the largest finite loss. */
function rangeOf(losses: Float64Array): readonly [low: number, high: number] {
  const finite = losses.filter(Number.isFinite);
  return [
    finite.reduce((least, loss) => Math.min(least, loss), Infinity),
    finite.reduce((most, loss) => Math.max(most, loss), -Infinity),
  ];
}

/** The cells: the higher the loss, the darker, on a logarithmic scale. Losses that aren't finite stay hatched. */
function Field({ losses, size, low, high }: Pick<Sliced, "losses" | "size"> & { low: number; high: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useEffect(() => {
    const floor = Math.log(Math.max(low, high * 1e-12));
    const run = Math.log(high) - floor;
    const indexOf = (cell: number): number => {
      if (!Number.isFinite(losses[cell])) return NO_COLOR;
      const share = run > 0 ? (Math.log(losses[cell]!) - floor) / run : 0;
      return Math.round(DARKEST * Math.max(0, Math.min(1, share)));
    };
    paintCells(canvas.current!, size, palette.confidence, indexOf);
  }, [losses, size, low, high, palette]);
  return <canvas ref={canvas} className={styles.field} />;
}

/** The selected point. */
function Cross({ x, y }: { x: number; y: number }) {
  const d = `M${x - 11} ${y}h7m8 0h7M${x} ${y - 11}v7m0 8v7`;
  return (
    <>
      <path className={styles.crossHalo} d={d} />
      <path className={styles.cross} d={d} />
    </>
  );
}

interface AxesProps {
  side: number;
  center: Coordinates;
  reach: number;
  x: (value: number) => number;
  y: (value: number) => number;
  across: string;
  up: string;
}

function Axes({ side, center, reach, x, y, across, up }: AxesProps) {
  const ticks = (middle: number): number[] =>
    roundNumbers(middle - reach, middle + reach, side < 220 ? 3 : 5);
  const bottom = side + EDGE;
  const name = `translate(12 ${EDGE + side / 2}) rotate(-90)`;
  return (
    <svg className={styles.axes} width={side + LEFT + EDGE} height={side + BOTTOM + EDGE} aria-hidden="true">
      {ticks(center[0]).map((value) => (
        <g key={value}>
          <path d={`M${LEFT + x(value)} ${bottom}v5`} />
          <text x={Math.min(LEFT + x(value), LEFT + side - 8)} y={bottom + 17} textAnchor="middle">
            {tick(value)}
          </text>
        </g>
      ))}
      {ticks(center[1]).map((value) => (
        <g key={value}>
          <path d={`M${LEFT} ${EDGE + y(value)}h-5`} />
          <text x={LEFT - 8} y={EDGE + y(value) + 4} textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
      <text className={styles.name} x={LEFT + side / 2} y={bottom + 36} textAnchor="middle">
        {across}
      </text>
      <text className={styles.name} transform={name} textAnchor="middle">
        {up}
      </text>
    </svg>
  );
}

/** A round number without extra digits. */
function tick(value: number): string {
  return Math.abs(value) >= 1e-3 || value === 0 ? String(value).replace("-", "−") : format(value);
}
