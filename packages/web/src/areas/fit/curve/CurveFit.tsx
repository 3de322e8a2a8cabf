/**
 * One input: the outputs as curves over it, the points, and earlier curves as growth rings. For values, each point's
 * error is a segment to the curve and, where the loss is squared, a square.
 */
import { columnCenter, format, labelAt, type Samples } from "@neural-viz/engine";
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useState } from "react";
import { useShallow } from "zustand/shallow";
import { dataOf, focusOf, networkOf, partsOf, shownOf } from "../../../store/derived.ts";
import { inspect } from "../../../store/inspector/inspect.ts";
import { seek } from "../../../store/run/control.ts";
import { lookedOf } from "../../../store/selection/ablation.ts";
import { select } from "../../../store/selection/choose.ts";
import { useApp } from "../../../store/store.ts";
import { pointerIn } from "../../../ui/kit/pointer.ts";
import type { Point } from "../../../ui/plot/line.ts";
import { mark } from "../../../ui/plot/marks.ts";
import { clamp } from "../../../ui/plot/scale.ts";
import { outputId, unitSymbol, valueText } from "../../../ui/quantity/names.ts";
import { measureText } from "../../../ui/quantity/status.ts";
import { useWhen } from "../../../ui/quantity/useWhen.ts";
import type { Ring } from "../../../worker/protocol.ts";
import { messages } from "#text/fit";
import * as styles from "../Boundary.module.css";
import { CurveAxes } from "./CurveAxes.tsx";
import { Errors } from "./Errors.tsx";
import { type CurvePlane, crossings, curveThrough, planeOf, rangeOf, rowOfClass } from "./plane.ts";

const EDGES = { left: 36, right: 8, top: 6, bottom: 24 };
/** In a narrower picture there are no axes. */
const SMALL = 200;
/** A press this close to a point, in pixels, selects it; this close to an earlier curve, its epoch. */
const REACH = 12;
const RING_REACH = 5;
/** Earlier curves that stay. */
const MAX_RINGS = 8;

export function CurveFit({ width, height }: { width: number; height: number }) {
  const small = width < SMALL;
  const samples = useApp(dataOf);
  const network = useApp(networkOf);
  const { kind, output } = useApp(useShallow(shownOf));
  const { picture, t } = useApp((state) => state.snapshot);
  const whole = useApp((state) => state.snapshot.pictures);
  const looked = useApp(lookedOf);
  const pictures = looked?.pictures ?? whole;
  const selection = useApp((state) => state.selection);
  const measure = useApp(measureText);
  const when = useWhen();
  const [pointed, setPointed] = useState<number>();
  const [byKey, setByKey] = useState(false);
  const rings = useEarlierCurves();

  const [low, high] = picture.domain[0]!;
  const plane = useMemo(() => {
    const room = small ? { left: 0, right: 0, top: 2, bottom: 2 } : EDGES;
    return planeOf([low, high], rangeOf(samples, output), {
      left: room.left,
      right: width - room.right,
      top: room.top,
      bottom: height - room.bottom,
    });
  }, [low, high, samples, output, small, width, height]);
  const { x, y } = plane;
  const radius = small ? 1.7 : samples.count > 200 ? 2.4 : 3.4;
  const curves = kind === "values" ? [output] : pictures.outputs.map((_, j) => j);

  const chosenX = selection.kind === "probe" ? selection.x[0]! : samples.inputs[0]![selection.index]!;
  const predicted = useApp((state) => focusOf(state).trace.outputs[output]!);
  const chosen: Point =
    selection.kind === "probe"
      ? [x(chosenX), y(predicted)]
      : placeOf(plane, samples, output, selection.index);

  const choose = (value: number, at: Point): void => {
    const near = nearest(plane, samples, output, at);
    if (near !== undefined) return select({ kind: "sample", index: near });
    // On the present curve an earlier one that lies below it can't be meant.
    const present = { epoch: t, outputs: pictures.outputs };
    const onCurve = ringAt([present], curves, plane, value, at[1]) !== undefined;
    const ring = onCurve ? undefined : ringAt(rings, curves, plane, value, at[1]);
    if (ring !== undefined) return seek(ring);
    return select({ kind: "probe", index: selection.index, x: [value] });
  };
  const under = (event: MouseEvent): { value: number; at: Point } => {
    const at = pointerIn(event.currentTarget, event);
    return { value: clamp(x.invert(at.x), [low, high]), at: [at.x, at.y] };
  };
  const cellAt = (value: number): number =>
    Math.min(pictures.size - 1, Math.floor(((value - low) / (high - low)) * pictures.size));
  const inspectAt = (value: number): void =>
    inspect(
      outputId(
        network,
        output,
        { kind: "cell", row: undefined, column: cellAt(value) + 1, size: pictures.size },
        t,
      ),
    );
  const press = (event: KeyboardEvent): void => {
    const from = pointed ?? chosenX;
    const step = (high - low) / pictures.size;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      setPointed(clamp(from + (event.key === "ArrowLeft" ? -step : step), [low, high]));
      setByKey(true);
    } else if (event.key === "Enter" && pointed !== undefined) {
      const column = cellAt(pointed);
      choose(pointed, [x(pointed), y(pictures.outputs[output]![column]!)]);
    } else if (event.key === "i" || event.key === "I") inspectAt(from);
    else if (event.key === "Escape") setPointed(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.boundary} style={{ width, height }}>
      <svg
        className={styles.picture}
        width={width}
        height={height}
        role="img"
        aria-label={
          kind === "values" ? messages.fitAt(when(t), measure) : messages.boundaryAt(when(t), measure)
        }
      >
        {!small && <CurveAxes plane={plane} probabilities={kind !== "values"} />}
        <clipPath id="curve-plane">
          <rect
            x={plane.left}
            y={plane.top}
            width={plane.right - plane.left}
            height={plane.bottom - plane.top}
          />
        </clipPath>
        <g clipPath="url(#curve-plane)">
          {rings.map((ring, i) =>
            curves.map((j) => (
              <path
                key={`${ring.epoch} ${j}`}
                className={styles.growth}
                opacity={0.08 + 0.3 * ((i + 1) / rings.length) ** 1.7}
                d={curveThrough(plane, ring.outputs[j]!)}
              />
            )),
          )}
          {looked !== undefined &&
            curves.map((j) => (
              <path key={j} className={styles.ghost} d={curveThrough(plane, whole.outputs[j]!)} />
            ))}
          {kind === "values" && <Errors plane={plane} output={output} small={small} />}
          {kind !== "values" && <Changes plane={plane} />}
          {curves.map((j) => (
            <path
              key={j}
              className={styles.contour}
              style={kind === "classes" ? { stroke: `var(--point-${j})` } : undefined}
              d={curveThrough(plane, pictures.outputs[j]!)}
            />
          ))}
        </g>
        <Points plane={plane} output={output} radius={radius} />
        <circle cx={chosen[0]} cy={chosen[1]} r={radius + 4.5} className={styles.casing} />
        <circle
          cx={chosen[0]}
          cy={chosen[1]}
          r={radius + 4.5}
          className={styles.ring}
          strokeDasharray={selection.kind === "probe" ? "3 2.5" : undefined}
        />
        {selection.kind === "sample" && !small && (
          <text className={styles.number} x={chosen[0] + radius + 9} y={chosen[1] - 6}>
            {selection.index + 1}
          </text>
        )}
        {pointed !== undefined && (
          <path className={styles.reader} d={`M${x(pointed).toFixed(1)} ${plane.top}V${plane.bottom}`} />
        )}
      </svg>
      <div
        className={styles.probe}
        role="application"
        tabIndex={0}
        aria-label={messages.probeOfCurve}
        onKeyDown={press}
        onBlur={() => setPointed(undefined)}
        onPointerMove={(event) => {
          setPointed(under(event).value);
          setByKey(false);
        }}
        onPointerLeave={() => setPointed(undefined)}
        onClick={(event) => {
          const { value, at } = under(event);
          choose(value, at);
        }}
        onDoubleClick={(event) => inspectAt(under(event).value)}
      />
      {pointed !== undefined && (
        <p
          className={styles.reading}
          aria-live={byKey ? "polite" : "off"}
          style={{
            left: x(pointed),
            top: plane.top + 24,
            translate: x(pointed) > width / 2 ? "calc(-100% - 14px)" : "14px",
          }}
        >
          {pictures.outputs
            .map(
              (of, j) =>
                `${unitSymbol(network, network.layers.length, j).plain} = ${valueText(network, network.layers.length, of[cellAt(pointed)]!)}`,
            )
            .join(", ")}
          <br />
          <span>
            {messages.cellOfCurve(
              cellAt(pointed) + 1,
              format(low + columnCenter(cellAt(pointed), pictures.size) * (high - low)),
              <br />,
            )}
          </span>
        </p>
      )}
    </div>
  );
}

/** The latest of the earlier curves up to the epoch shown. */
function useEarlierCurves(): readonly Ring[] {
  const all = useApp((state) => state.record.rings);
  const t = useApp((state) => state.snapshot.t);
  return useMemo(() => all.filter(({ epoch }) => epoch <= t).slice(-MAX_RINGS), [all, t]);
}

/** Where a point is drawn: at its target, or for classes in the row of its class. */
function placeOf(plane: CurvePlane, samples: Samples, output: number, s: number): Point {
  const label = samples.kind === "classes" ? labelAt("classes", samples.targets, s)! : undefined;
  return [
    plane.x(samples.inputs[0]![s]!),
    label === undefined ? plane.y(samples.targets[output]![s]!) : rowOfClass(plane, label),
  ];
}

const isInside = ({ x: { domain } }: CurvePlane, value: number): boolean =>
  value >= domain[0] && value <= domain[1];

/** The point nearest to a position, if it is within reach. */
function nearest(plane: CurvePlane, samples: Samples, output: number, [a, b]: Point): number | undefined {
  let best: { s: number; distance: number } | undefined;
  for (let s = 0; s < samples.count; s++) {
    const [px, py] = placeOf(plane, samples, output, s);
    const distance = Math.hypot(px - a, py - b);
    if (distance > REACH || !isInside(plane, samples.inputs[0]![s]!)) continue;
    if (best === undefined || distance < best.distance) best = { s, distance };
  }
  return best?.s;
}

/** The epoch of the earlier curve at a position, if one is within reach. */
function ringAt(
  rings: readonly Pick<Ring, "epoch" | "outputs">[],
  curves: readonly number[],
  { x, y }: CurvePlane,
  value: number,
  height: number,
): number | undefined {
  const [low, high] = x.domain;
  return rings.findLast(({ outputs }) =>
    curves.some((j) => {
      const column = outputs[j]!;
      const cell = Math.min(column.length - 1, Math.floor(((value - low) / (high - low)) * column.length));
      return Math.abs(y(column[cell]!) - height) <= RING_REACH;
    }),
  )?.epoch;
}

interface PointsProps {
  plane: CurvePlane;
  output: number;
  radius: number;
}

/** The points; those held out are hollow. */
const Points = memo(function Points({ plane, output, radius }: PointsProps) {
  const samples = useApp(dataOf);
  const { split } = useApp(partsOf);
  const heldOut = useMemo(() => new Set(split.test), [split]);
  const kinds = samples.kind === "values" ? [undefined] : [0, 1, 2, 3];
  const path = (label: number | undefined, held: boolean): string =>
    Array.from({ length: samples.count }, (_, s) => s)
      .filter((s) => heldOut.has(s) === held && isInside(plane, samples.inputs[0]![s]!))
      .filter((s) => label === undefined || labelAt(samples.kind, samples.targets, s) === label)
      .map((s) => mark(label ?? 1, ...placeOf(plane, samples, output, s), radius))
      .join("");
  return kinds.map((label) => (
    <g
      key={label ?? "value"}
      style={{ ["--mark" as string]: label === undefined ? "var(--ink)" : `var(--point-${label})` }}
    >
      <path className={styles.dots} d={path(label, false)} />
      <path className={styles.hollowDots} d={path(label, true)} />
    </g>
  ));
});

/** Upright lines where the predicted class changes. */
function Changes({ plane }: { plane: CurvePlane }) {
  const { outputs } = useApp((state) => state.snapshot.pictures);
  const [low, high] = plane.x.domain;
  const leads =
    outputs.length === 1
      ? [outputs[0]!.map((p) => p - 0.5)]
      : outputs.map((own, j) =>
          own.map(
            (p, cell) => p - Math.max(...outputs.map((other, i) => (i === j ? -Infinity : other[cell]!))),
          ),
        );
  const places = [...new Set(leads.flatMap(crossings).map((share) => Math.round(share * 1e4) / 1e4))];
  return places.map((share) => (
    <path
      key={share}
      className={styles.change}
      d={`M${plane.x(low + share * (high - low)).toFixed(1)} ${plane.top}V${plane.bottom}`}
    />
  ));
}
