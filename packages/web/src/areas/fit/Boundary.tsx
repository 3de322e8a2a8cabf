import {
  columnCenter,
  firstLargest,
  format,
  idOf,
  labelAt,
  namesLabel,
  type Picture,
  type PointLike,
  type QuantityId,
  rowCenter,
  rowOf,
} from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { inspect } from "../../store/inspector/inspect.ts";
import { seek } from "../../store/run/control.ts";
import { lookedOf } from "../../store/selection/ablation.ts";
import { select } from "../../store/selection/choose.ts";
import { showsLines } from "../../store/selection/showsLines.ts";
import { dataOf, networkOf, partsOf, shownOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { later } from "../../ui/kit/later.tsx";
import { pointerIn } from "../../ui/kit/pointer.ts";
import { paintCells } from "../../ui/plot/color.ts";
import { pathOf } from "../../ui/plot/contour.ts";
import { cellColors, mainLines } from "../../ui/plot/field.ts";
import { mark } from "../../ui/plot/marks.ts";
import { distanceFrom, inputsAt, inSquare, type Spot, spotOf } from "../../ui/plot/square.ts";
import { messages } from "#text/fit";
import * as styles from "./Boundary.module.css";
import { ringAt } from "../../ui/plot/rings.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { measureText } from "../../ui/quantity/status.ts";
import { useShallow } from "zustand/shallow";
import { outputId, unitSymbol, valueText } from "../../ui/quantity/names.ts";
import type { Selection } from "../../store/selection/state.ts";
import { Axes, BOTTOM, LEFT } from "./Axes.tsx";
import { Rings, useRings } from "./Rings.tsx";

/** Below this width there are no axes, only the square. */
const SMALL = 200;
/** A press this close to a point, in pixels, selects the point; this close to a growth ring, its epoch. */
const REACH = 10;
const RING_REACH = 4;
/** Up to this many points have larger marks. */
const FEW = 12;
/** How far the ring around the selected point reaches beyond its mark. */
const RING = 6;

/** Only on request and in the first minute. */
const RingLabels = later(async () => (await import("./RingLabels.tsx")).RingLabels);
const NeuronLines = later(async () => (await import("./NeuronLines.tsx")).NeuronLines);

/** Only for values. */
const ValueMarks = later(async () => (await import("./ValueMarks.tsx")).ValueMarks);

/** A point this far from the plane that is shown, in units of the domain, is drawn faintest. */
const FAR = 0.5;

/** The plane of two inputs with the prediction in every cell, the points, and the lines where the prediction changes. */
export function Boundary({ width, height }: { width: number; height: number }) {
  const small = width < SMALL;
  const { picture, t, stopped } = useApp((state) => state.snapshot);
  const looked = useApp(lookedOf);
  const whole = useApp((state) => state.snapshot);
  const { pictures, outputs } = looked ?? whole;
  const { kind, output, scale } = useApp(useShallow(shownOf));
  const shown = useMemo(() => ({ kind, output, scale }), [kind, output, scale]);
  const values = kind === "values";
  const measure = useApp(measureText);
  const when = useWhen();
  const samples = useApp(dataOf);
  const classes = values ? 1 : kind === "binary" ? 2 : samples.targets.length;
  const plane = samples.inputs.length > 2;
  const labelOf = (s: number): number => labelAt(samples.kind, samples.targets, s) ?? 0;
  const spots = useMemo(
    () => Array.from({ length: samples.count }, (_, s) => spotOf(picture, rowOf(samples.inputs, s))),
    [samples, picture],
  );
  const few = samples.count <= FEW;
  const radius = few ? (small ? 3.4 : 4.5) : small ? 1.7 : samples.count > 400 ? 2.6 : 3.6;
  // Few marks on the border, such as XOR's corners, have room to be whole.
  const margin =
    few && spots.some((spot) => inSquare(spot) && isOnBorder(spot)) ? Math.ceil(radius + RING) : 0;
  const left = small ? 0 : LEFT;
  const bottom = small ? 0 : BOTTOM;
  const side = Math.floor(Math.min(width - left, height - bottom)) - 2 * margin;
  const { split } = useApp(partsOf);
  const heldOut = useMemo(() => new Set(split.test), [split]);
  const selection = useApp((state) => state.selection);
  const lines = useApp(showsLines);
  const rings = useRings(lines ? 0 : small ? 4 : 8);
  const [pointed, setPointed] = useState<Spot>();
  const [byKey, setByKey] = useState(false);

  const contour = useMemo(
    () => pathOf(mainLines(shown, pictures.outputs, pictures.size), side),
    [shown, pictures, side],
  );
  const x = (x1: number): number => x1 * side;
  const y = (x2: number): number => (1 - x2) * side;
  const marks = (isShown: (s: number) => boolean, r: number): string =>
    Array.from({ length: samples.count }, (_, s) => s)
      .filter((s) => isShown(s) && inSquare(spots[s]!))
      .map((s) => mark(values ? 1 : labelOf(s), x(spots[s]!.x1), y(spots[s]!.x2), r))
      .join("");
  /** With more than two inputs the points fade with their distance from the plane. */
  function layersOf(isShown: (s: number) => boolean): { readonly d: string; readonly opacity: number }[] {
    if (!plane) return [{ d: marks(isShown, radius), opacity: 1 }];
    const step = (s: number): number =>
      Math.min(3, Math.floor((4 * distanceFrom(picture, rowOf(samples.inputs, s))) / FAR));
    return [3, 2, 1, 0].map((far) => ({
      d: marks((s) => isShown(s) && step(s) === far, radius),
      opacity: 1 - 0.26 * far,
    }));
  }
  const points = useMemo(
    () =>
      Array.from({ length: values ? 0 : classes }, (_, label) => ({
        label,
        train: layersOf((s) => labelOf(s) === label && !heldOut.has(s)),
        test: layersOf((s) => labelOf(s) === label && heldOut.has(s)),
      })),
    // `marks` depends on these.
    // eslint-disable-next-line react/exhaustive-deps
    [samples, spots, heldOut, side, radius],
  );
  // With a neuron switched off, the points that change sides are ringed, and the line with it on is dashed.
  const ghost = useMemo(
    () =>
      looked === undefined ? "" : pathOf(mainLines(shown, whole.pictures.outputs, whole.pictures.size), side),
    [looked, shown, whole.pictures, side],
  );
  const changed = useMemo(() => new Set(looked?.changed), [looked]);
  const wrong = values
    ? ""
    : marks(
        (s) =>
          looked === undefined
            ? namesLabel(samples.kind, rowOf(outputs, s), rowOf(samples.targets, s)) === false
            : changed.has(s),
        radius + 2.2,
      );
  const chosen: Spot = selection.kind === "probe" ? spotOf(picture, selection.x) : spots[selection.index]!;
  const chosenShown = inSquare(chosen);

  const lookedSample = useApp(
    ({ pointed: id, inspectorHistory, first }) => first?.other ?? sampleOf(id ?? inspectorHistory.at(-1)),
  );
  const lookedAt: Spot | undefined =
    lookedSample === undefined || lookedSample >= samples.count || lookedSample === selection.index
      ? undefined
      : spots[lookedSample];
  const network = useApp(networkOf);
  const inspectCell = ({ x1, x2 }: Spot): void => {
    const { size } = pictures;
    const cell = (share: number): number => Math.min(size - 1, Math.floor(share * size)) + 1;
    const at = cellOf(picture, cell(1 - x2), cell(x1), size, selection);
    const winner =
      kind === "classes" ? winnerAt(pictures.outputs, (cell(1 - x2) - 1) * size + cell(x1) - 1) : output;
    inspect(outputId(network, winner, at, t));
  };
  const pointerSpot = (event: PointerEvent): Spot => {
    const at = pointerIn(event.currentTarget, event);
    const inside = (share: number): number => Math.min(1, Math.max(0, share));
    return {
      x1: inside(at.x / side),
      x2: inside(1 - at.y / side),
    };
  };
  const choose = (at: Spot): void => {
    const near = nearestSpot(spots, at);
    const close = near.distance * side <= REACH;
    const ring = close ? undefined : ringAt(rings, at, RING_REACH / side);
    if (ring !== undefined) {
      seek(ring);
      return;
    }
    select(
      close
        ? { kind: "sample", index: near.index }
        : { kind: "probe", index: selection.index, x: inputsAt(picture, at) },
    );
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
    <div
      className={styles.boundary}
      style={{ width: side + 2 * margin + left, height: side + 2 * margin + bottom }}
    >
      <div className={styles.square} style={{ left: left + margin, top: margin, width: side, height: side }}>
        <Field />
        {/* What rarely changes is in a separate picture, so that a frame of training repaints only lines. */}
        <svg className={styles.still} width={side} height={side} aria-hidden="true">
          <Rings rings={rings} side={side} />
          {points.map(({ label, train, test }) => (
            <g key={label}>
              {train.map(({ d, opacity }) => (
                <path key={opacity} d={d} opacity={opacity} className={fills[label]} />
              ))}
              {test.map(({ d, opacity }) => (
                <path key={opacity} d={d} opacity={opacity} className={hollows[label]} />
              ))}
            </g>
          ))}
        </svg>
        {values && <ValueMarks side={side} spots={spots} radius={radius} heldOut={heldOut} small={small} />}
        <svg
          className={styles.picture}
          width={side}
          height={side}
          role="img"
          aria-label={values ? messages.fitAt(when(t), measure) : messages.boundaryAt(when(t), measure)}
        >
          <path d={wrong} className={styles.wrong} />
          {lines && <NeuronLines side={side} />}
          {ghost !== "" && <path d={ghost} className={styles.ghost} />}
          <path d={contour} className={styles.contour} data-stopped={stopped !== undefined || undefined} />
          {!small && !values && <RingLabels rings={rings} side={side} />}
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
            setPointed(pointerSpot(event));
            setByKey(false);
          }}
          onPointerLeave={() => setPointed(undefined)}
          onClick={(event) => choose(pointerSpot(event as unknown as PointerEvent))}
          onDoubleClick={(event) => inspectCell(pointerSpot(event as unknown as PointerEvent))}
        />
        {pointed !== undefined && (
          <Reading at={pointed} side={side} spoken={byKey} ring={ringAt(rings, pointed, RING_REACH / side)} />
        )}
      </div>
      {!small && <Axes side={side} margin={margin} picture={picture} />}
    </div>
  );
}

const isOnBorder = ({ x1, x2 }: Spot): boolean => [x1, x2].some((share) => share === 0 || share === 1);

const fills = [styles.class0, styles.class1, styles.class2, styles.class3];
const hollows = [styles.hollow0, styles.hollow1, styles.hollow2, styles.hollow3];

/** The class that wins in a cell, from 0. */
const winnerAt = (outputs: readonly Float64Array[], cell: number): number =>
  firstLargest(outputs.map((column) => column[cell]!));

/** A cell of the picture, as ids name it. */
function cellOf(
  { axes, domain }: Picture,
  row: number,
  column: number,
  size: number,
  selection: Selection,
): PointLike {
  const cell = { kind: "cell", row, column, size } as const;
  if (domain.length <= 2) return cell;
  const [across, up] = axes;
  return { ...cell, plane: { axes: [across, up!], s: selection.index + 1 } };
}

/** The sample that a quantity is about. */
function sampleOf(text: QuantityId | undefined): number | undefined {
  const id = text === undefined ? undefined : idOf(text);
  return id !== undefined && "point" in id && id.point?.kind === "sample" ? id.point.s - 1 : undefined;
}

/** The cells: one putImageData, scaled up. */
function Field() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { outputs, size } = useApp((state) => lookedOf(state)?.pictures ?? state.snapshot.pictures);
  const { kind, output, scale } = useApp(useShallow(shownOf));
  const field = useApp((state) => state.look.field);
  const { confidenceOf } = useApp(networkOf).head;
  const palette = usePalette();
  useEffect(() => {
    if (field === "class" || confidenceOf === undefined) {
      const { colors, indexOf } = cellColors({ kind, output, scale }, outputs, palette);
      paintCells(canvas.current!, size, colors, indexOf);
    } else {
      // Ink at full strength would hide the points, so this uses half of the ramp.
      const indexOf = (cell: number): number =>
        Math.round(confidenceOf(outputs.map((column) => column[cell]!)) * 120);
      paintCells(canvas.current!, size, palette.confidence, indexOf);
    }
  }, [outputs, size, kind, output, scale, field, confidenceOf, palette]);
  return <canvas ref={canvas} className={styles.field} />;
}

/** A ring around the selected point. */
function Chosen({ at, side, radius, probe }: { at: Spot; side: number; radius: number; probe: boolean }) {
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
  at: Spot;
  side: number;
  spoken: boolean;
  /** The epoch of the growth ring under the pointer. */
  ring: number | undefined;
}

/** ŷ under the pointer: the value of the cell, as in the picture. */
function Reading({ at, side, spoken, ring }: ReadingProps) {
  const { outputs, size } = useApp((state) => lookedOf(state)?.pictures ?? state.snapshot.pictures);
  const picture = useApp((state) => state.snapshot.picture);
  const network = useApp(networkOf);
  const column = Math.min(size - 1, Math.floor(at.x1 * size));
  const row = Math.min(size - 1, Math.floor((1 - at.x2) * size));
  const when = useWhen();
  const center = inputsAt(picture, { x1: columnCenter(column, size), x2: rowCenter(row, size) });
  const last = network.layers.length;
  const axes = picture.axes.map((axis) => `x${"₁₂₃₄"[axis - 1]} ${format(center[axis - 1]!)}`).join(", ");
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
      {outputs
        .map(
          (of, j) =>
            `${unitSymbol(network, last, j).plain} = ${valueText(network, last, of[row * size + column]!)}`,
        )
        .join(", ")}
      <br />
      <span>{messages.cellRead(row + 1, column + 1, axes, <br />)}</span>
      {ring !== undefined && (
        <>
          <br />
          <span>{messages.lineAt(when(ring))}</span>
        </>
      )}
    </p>
  );
}

/** The nearest of the points that are drawn. */
function nearestSpot(spots: readonly Spot[], at: Spot): { index: number; distance: number } {
  let best = { index: 0, distance: Infinity };
  spots.forEach((spot, index) => {
    const distance = Math.hypot(spot.x1 - at.x1, spot.x2 - at.x2);
    if (distance < best.distance && inSquare(spot)) best = { index, distance };
  });
  return best;
}
