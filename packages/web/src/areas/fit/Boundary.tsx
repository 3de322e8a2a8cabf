import {
  type AxisMap,
  columnCenter,
  format,
  formatProbability,
  idOf,
  ids,
  inOwnUnit,
  isCorrect,
  type QuantityId,
  rowCenter,
  type Samples,
  unitsOf,
} from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { inspect } from "../../store/inspector/inspect.ts";
import { seek } from "../../store/run/control.ts";
import { select } from "../../store/selection/choose.ts";
import { dataOf, partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { pointerIn } from "../../ui/kit/pointer.ts";
import { fieldIndex, paintCells } from "../../ui/plot/color.ts";
import { halfLines, pathOf } from "../../ui/plot/contour.ts";
import { mark } from "../../ui/plot/marks.ts";
import { inSquare } from "../../ui/plot/square.ts";
import { messages } from "#text/playground";
import * as styles from "./Boundary.module.css";
import { ringAt } from "../../ui/plot/rings.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { correctCountsOf } from "../../ui/quantity/status.ts";
import { RingLabels, Rings, useRings } from "./Rings.tsx";

/** Room for the axes, on the left and below. */
const LEFT = 32;
const BOTTOM = 24;
/** Below this width there are no axes, only the square. */
const SMALL = 200;
/** A press this close to a point, in pixels, selects the point; this close to a growth ring, its epoch. */
const REACH = 10;
const RING_REACH = 4;

interface Coordinates {
  readonly x1: number;
  readonly x2: number;
}

/** The unit square with the prediction in every cell, the points, and the line ŷ = ½. */
export function Boundary({ width, height }: { width: number; height: number }) {
  const small = width < SMALL;
  const left = small ? 0 : LEFT;
  const side = Math.floor(small ? Math.min(width, height) : Math.min(width - LEFT, height - BOTTOM));
  const { pictures, outputs, t, stopped } = useApp((state) => state.snapshot);
  const correct = useApp((state) => messages.shareCorrect(correctCountsOf(state)));
  const when = useWhen();
  const samples = useApp(dataOf);
  const labels = samples.targets[0]!;
  const { split } = useApp(partsOf);
  const heldOut = useMemo(() => new Set(split.test), [split]);
  const selection = useApp((state) => state.selection);
  const rings = useRings(small ? 4 : 8);
  const [pointed, setPointed] = useState<Coordinates>();
  const [byKey, setByKey] = useState(false);

  const contour = useMemo(
    () => pathOf(halfLines(pictures.outputs[0]!, pictures.size), side),
    [pictures, side],
  );
  const radius = small ? 1.7 : samples.count > 400 ? 2.6 : 3.6;
  const x = (x1: number): number => x1 * side;
  const y = (x2: number): number => (1 - x2) * side;
  const marks = (isShown: (s: number) => boolean, r: number): string =>
    Array.from({ length: samples.count }, (_, s) => s)
      .filter((s) => isShown(s) && inSquare(coordinatesOf(samples, s)))
      .map((s) => {
        const at = coordinatesOf(samples, s);
        return mark(labels[s]!, x(at.x1), y(at.x2), r);
      })
      .join("");
  const points = useMemo(
    () =>
      [0, 1].map((label) => ({
        label,
        train: marks((s) => labels[s] === label && !heldOut.has(s), radius),
        test: marks((s) => labels[s] === label && heldOut.has(s), radius),
      })),
    // `marks` depends on these.
    // eslint-disable-next-line react/exhaustive-deps
    [samples, heldOut, side, radius],
  );
  const wrong = marks((s) => !isCorrect(outputs[0]![s]!, labels[s]!), radius + 2.2);
  const chosen: Coordinates =
    selection.kind === "probe" ? selection : coordinatesOf(samples, selection.index);
  const chosenShown = inSquare(chosen);

  const looked = useApp(({ pointed: id, inspectorHistory }) => sampleOf(id ?? inspectorHistory.at(-1)));
  const lookedAt: Coordinates | undefined =
    looked === undefined || looked >= samples.count || looked === selection.index
      ? undefined
      : coordinatesOf(samples, looked);
  const inspectCell = ({ x1, x2 }: Coordinates): void => {
    const { size } = pictures;
    const cell = (share: number): number => Math.min(size - 1, Math.floor(share * size)) + 1;
    inspect(ids.p.of({ kind: "cell", row: cell(1 - x2), column: cell(x1), size }, t));
  };
  const pointerCoordinates = (event: PointerEvent): Coordinates => {
    const at = pointerIn(event.currentTarget, event);
    const inside = (share: number): number => Math.min(1, Math.max(0, share));
    return {
      x1: inside(at.x / side),
      x2: inside(1 - at.y / side),
    };
  };
  const choose = (at: Coordinates): void => {
    const near = nearestSample(samples, at);
    const close = near.distance * side <= REACH;
    const ring = close ? undefined : ringAt(rings, at, RING_REACH / side);
    if (ring !== undefined) {
      seek(ring);
      return;
    }
    select(close ? { kind: "sample", index: near.index } : { kind: "probe", index: selection.index, ...at });
  };
  const press = (event: KeyboardEvent): void => {
    const cell = 1 / pictures.size;
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-cell, 0],
      ArrowRight: [cell, 0],
      ArrowUp: [0, cell],
      ArrowDown: [0, -cell],
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const from = pointed ?? chosen;
      const clamp = (v: number): number => Math.min(1 - cell / 2, Math.max(cell / 2, v));
      setPointed({ x1: clamp(from.x1 + move[0]), x2: clamp(from.x2 + move[1]) });
      setByKey(true);
    } else if (event.key === "Enter" && pointed !== undefined) {
      event.preventDefault();
      choose(pointed);
    } else if (event.key === "i" || event.key === "I") {
      event.preventDefault();
      inspectCell(pointed ?? chosen);
    } else if (event.key === "Escape") {
      setPointed(undefined);
    }
  };

  return (
    <div className={styles.boundary} style={{ width: side + left, height: small ? side : side + BOTTOM }}>
      <div className={styles.square} style={{ left, width: side, height: side }}>
        <Field />
        {/* What rarely changes is in a separate picture, so that a frame of training repaints only lines. */}
        <svg className={styles.still} width={side} height={side} aria-hidden="true">
          <Rings rings={rings} side={side} />
          {points.map(({ label, train, test }) => (
            <g key={label}>
              <path d={train} className={label === 0 ? styles.class0 : styles.class1} />
              <path d={test} className={label === 0 ? styles.hollow0 : styles.hollow1} />
            </g>
          ))}
        </svg>
        <svg
          className={styles.picture}
          width={side}
          height={side}
          role="img"
          aria-label={messages.boundaryAt(when(t), correct)}
        >
          <path d={wrong} className={styles.wrong} />
          <path d={contour} className={styles.contour} data-stopped={stopped !== undefined || undefined} />
          {!small && <RingLabels rings={rings} side={side} />}
          {chosenShown && (
            <Chosen at={chosen} side={side} radius={radius} probe={selection.kind === "probe"} />
          )}
          {lookedAt !== undefined && inSquare(lookedAt) && (
            <Chosen at={lookedAt} side={side} radius={radius} probe />
          )}
          {selection.kind === "sample" && chosenShown && !small && (
            <text
              className={styles.number}
              x={x(chosen.x1) + (chosen.x1 > 0.9 ? -radius - 8 : radius + 9)}
              y={y(chosen.x2) + 4}
              textAnchor={chosen.x1 > 0.9 ? "end" : "start"}
            >
              {selection.index + 1}
            </text>
          )}
          {pointed !== undefined && byKey && (
            <path
              className={styles.cross}
              d={`M${x(pointed.x1) - 8} ${y(pointed.x2)}h16M${x(pointed.x1)} ${y(pointed.x2) - 8}v16`}
            />
          )}
        </svg>
        <div
          className={styles.probe}
          role="application"
          tabIndex={0}
          aria-label={messages.probe}
          onKeyDown={press}
          onBlur={() => setPointed(undefined)}
          onPointerMove={(event) => {
            setPointed(pointerCoordinates(event));
            setByKey(false);
          }}
          onPointerLeave={() => setPointed(undefined)}
          onClick={(event) => choose(pointerCoordinates(event as unknown as PointerEvent))}
          onDoubleClick={(event) => inspectCell(pointerCoordinates(event as unknown as PointerEvent))}
        />
        {pointed !== undefined && (
          <Reading at={pointed} side={side} spoken={byKey} ring={ringAt(rings, pointed, RING_REACH / side)} />
        )}
      </div>
      {!small && <Axes side={side} />}
    </div>
  );
}

function coordinatesOf({ inputs }: Samples, s: number): Coordinates {
  return { x1: inputs[0]![s]!, x2: inputs[1]![s]! };
}

/** The sample that a quantity is about. */
function sampleOf(text: QuantityId | undefined): number | undefined {
  const id = text === undefined ? undefined : idOf(text);
  return id !== undefined && "point" in id && id.point?.kind === "sample" ? id.point.s - 1 : undefined;
}

/** The cells: one putImageData, scaled up. */
function Field() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { outputs, size } = useApp((state) => state.snapshot.pictures);
  const field = useApp((state) => state.look.field);
  const palette = usePalette();
  const predictions = outputs[0]!;
  useEffect(() => {
    if (field === "class")
      paintCells(canvas.current!, size, palette.diverging, (cell) => fieldIndex(predictions[cell]!));
    else {
      // Ink at full strength would hide the points, so this uses half of the ramp.
      const indexOf = (cell: number): number => Math.round(Math.abs(predictions[cell]! - 0.5) * 2 * 120);
      paintCells(canvas.current!, size, palette.confidence, indexOf);
    }
  }, [predictions, size, field, palette]);
  return <canvas ref={canvas} className={styles.field} />;
}

/** A ring around the selected point. */
function Chosen({
  at,
  side,
  radius,
  probe,
}: {
  at: Coordinates;
  side: number;
  radius: number;
  probe: boolean;
}) {
  const center = { cx: at.x1 * side, cy: (1 - at.x2) * side };
  return (
    <>
      <circle {...center} r={radius + 4.5} className={styles.casing} />
      <circle
        {...center}
        r={radius + 4.5}
        className={styles.ring}
        strokeDasharray={probe ? "3 2.5" : undefined}
      />
      {probe && <circle {...center} r={1.5} className={styles.dot} />}
    </>
  );
}

interface ReadingProps {
  at: Coordinates;
  side: number;
  spoken: boolean;
  /** The epoch of the growth ring under the pointer. */
  ring: number | undefined;
}

/** ŷ under the pointer: the value of the cell, as in the picture. */
function Reading({ at, side, spoken, ring }: ReadingProps) {
  const { outputs, size } = useApp((state) => state.snapshot.pictures);
  const column = Math.min(size - 1, Math.floor(at.x1 * size));
  const row = Math.min(size - 1, Math.floor((1 - at.x2) * size));
  const when = useWhen();
  const p = outputs[0]![row * size + column]!;
  return (
    <p
      className={styles.reading}
      aria-live={spoken ? "polite" : "off"}
      style={{
        left: at.x1 * side,
        top: (1 - at.x2) * side,
        translate: `${at.x1 > 0.5 ? "calc(-100% - 14px)" : "14px"} ${at.x2 < 0.2 ? "calc(-100% - 8px)" : "8px"}`,
      }}
    >
      ŷ = {formatProbability(p)}
      <br />
      <span>
        {messages.cellRead(
          row + 1,
          column + 1,
          format(columnCenter(column, size)),
          format(rowCenter(row, size)),
          <br />,
        )}
      </span>
      {ring !== undefined && (
        <>
          <br />
          <span>{messages.lineAt(when(ring))}</span>
        </>
      )}
    </p>
  );
}

function Axes({ side }: { side: number }) {
  const { dataset } = useApp((state) => state.experiment);
  const maps = unitsOf(dataset).inputs;
  // An input in the units of its table, short enough for the margin.
  const tickOf = (v: number, map: AxisMap | undefined): string =>
    String(Number((map === undefined ? v : inOwnUnit(map, v)).toPrecision(3))).replace("-", "−");
  return (
    <svg className={styles.axes} width={side + LEFT} height={side + BOTTOM} aria-hidden="true">
      {[0, 0.5, 1].map((v) => (
        <g key={v}>
          <path d={`M${LEFT + Math.round(v * side)} ${side}v5M${LEFT} ${Math.round((1 - v) * side)}h-5`} />
          <text x={LEFT + v * side} y={side + 18} textAnchor={v === 0 ? "start" : v === 1 ? "end" : "middle"}>
            {tickOf(v, maps?.[0])}
          </text>
          <text x={LEFT - 9} y={(1 - v) * side + (v === 1 ? 10 : v === 0 ? 0 : 4)} textAnchor="end">
            {tickOf(v, maps?.[1])}
          </text>
        </g>
      ))}
      <text className={styles.letter} x={LEFT + 0.75 * side} y={side + 18} textAnchor="middle">
        x<tspan dy="3">1</tspan>
      </text>
      <text className={styles.letter} x={LEFT - 9} y={0.25 * side + 4} textAnchor="end">
        x<tspan dy="3">2</tspan>
      </text>
    </svg>
  );
}

/** The nearest of the points that are drawn. */
function nearestSample(samples: Samples, at: Coordinates): { index: number; distance: number } {
  let best = { index: 0, distance: Infinity };
  for (let index = 0; index < samples.count; index++) {
    const { x1, x2 } = coordinatesOf(samples, index);
    const distance = Math.hypot(x1 - at.x1, x2 - at.x2);
    if (distance < best.distance && inSquare({ x1, x2 })) best = { index, distance };
  }
  return best;
}
