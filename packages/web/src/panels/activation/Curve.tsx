import { format } from "@neural-viz/engine";
import type { Size } from "../../ui/kit/useSize.ts";
import { areaWithin } from "../../ui/plot/area.ts";
import { AxisBelow, BELOW } from "../../ui/plot/Axis.tsx";
import { Frame } from "../../ui/plot/Frame.tsx";
import { level, lineThrough, upright } from "../../ui/plot/line.ts";
import { clamped, scaleOf } from "../../ui/plot/scale.ts";
import { anyStop } from "../../ui/plot/stops.ts";
import { useReading } from "../../ui/plot/useReading.ts";
import { messages } from "#text/activation";
import * as styles from "./Activation.module.css";

interface CurveProps {
  f: (z: number) => number;
  slope: (z: number) => number;
  /** z of the selected point. */
  z: number;
  /** z of the training points, and the class of each. */
  zs: Float64Array;
  labels: Float64Array;
  /** 0 where the targets are values. */
  classes: number;
}

/**
 * The activation, its slope, the tangent at one z, and a rug of all points: of two classes, 1 is above the axis and 0
 * below; several have a row each, the first at the bottom.
 */
export function Curve(props: CurveProps) {
  return <Frame className={styles.frame}>{(size) => <Picture {...props} size={size} />}</Frame>;
}

/** The height of the rug, and its distance from the curves. */
const RUG = 26;
const GAP = 6;
const MARGINS = { left: 8, right: 8, top: 8, bottom: GAP + RUG + 19 };
/** In a narrower picture, the text below the rug has a line of its own, this far below the numbers. */
const NARROW = 400;
const LINE = 16;
const SAMPLES = 161;
/** The least and the greatest distance from 0 on both sides. The rug's ticks beyond it are drawn at the edge. */
const REACH = { least: 4, most: 30 };

function Picture({ f, slope, z, zs, labels, classes, size }: CurveProps & { size: Size }) {
  const reach = [...zs, z].reduce(
    (most, value) => Math.min(REACH.most, Math.max(most, Math.abs(value) * 1.05)),
    REACH.least,
  );
  const curveZs = Array.from({ length: SAMPLES }, (_, i) => reach * ((2 * i) / (SAMPLES - 1) - 1));
  const low = Math.min(0, ...curveZs.map(f));
  const high = Math.max(1, ...curveZs.map(f));
  const lower = size.width < NARROW ? LINE : 0;
  const area = areaWithin(size, { ...MARGINS, bottom: MARGINS.bottom + lower });
  const x = clamped(scaleOf("linear", [-reach, reach], [area.left, area.right]));
  const y = scaleOf("linear", [low, high], [area.bottom, area.top]);
  const graph = (g: (value: number) => number): string =>
    lineThrough(curveZs.map((value) => [x(value), y(g(value))]));
  /** The tangent is a fifth as long as the picture is wide. */
  const along = reach / 5;
  const run = x(along) - x(0);
  const tangent = (shift: number): number => f(z) + slope(z) * shift;
  const below = { ...area, top: area.bottom + GAP, bottom: area.bottom + GAP + RUG };
  const rug = (below.top + below.bottom) / 2;
  /** The ticks of a class as one path, however many points there are. */
  const ticks = (label: number, row: Row): string =>
    Array.from(zs, (value, s) =>
      labels[s] === label ? `M${x(value).toFixed(1)} ${(below.top + row.top).toFixed(1)}v${row.height}` : "",
    ).join("");
  const { at: probe, reader } = useReading({
    x,
    stops: anyStop([-reach, reach]),
    start: Number.isFinite(z) ? z : 0,
  });
  const reading =
    probe === undefined
      ? undefined
      : `z = ${format(probe)}: f = ${format(f(probe))}, f′ = ${format(slope(probe))}`;
  return (
    <svg
      {...size}
      {...reader}
      aria-label={reading ?? messages.curveAt(format(z), format(f(z)), format(slope(z)))}
    >
      <path className={styles.axis} d={level(y(0), area) + upright(x(0), area)} />
      <path className={styles.curve} d={graph(f)} />
      <path className={styles.slope} d={graph(slope)} />
      {Number.isFinite(z) && (
        <>
          <path
            className={styles.tangent}
            d={lineThrough([
              [x(z) - run, y(tangent(-along))],
              [x(z) + run, y(tangent(along))],
            ])}
          />
          <path className={styles.drop} d={upright(x(z), { top: y(f(z)), bottom: rug })} />
          <circle className={styles.dot} cx={x(z)} cy={y(f(z))} r="5" />
        </>
      )}
      {probe !== undefined && (
        <>
          <path className={styles.drop} d={upright(x(probe), area)} />
          <circle className={styles.probe} cx={x(probe)} cy={y(f(probe))} r="4" />
          <circle className={styles.probe} cx={x(probe)} cy={y(slope(probe))} r="4" />
        </>
      )}
      <path className={styles.axis} d={level(rug, area)} />
      {rowsOf(classes).map((row, label) => (
        <path
          // A row stands for its class.
          // eslint-disable-next-line react/no-array-index-key
          key={label}
          className={styles.ticks}
          data-label={classes > 0 ? label : undefined}
          d={ticks(label, row)}
        />
      ))}
      <AxisBelow ticks={[-reach, reach]} scale={x} area={below} text={format} />
      <text x={x(0)} y={below.bottom + BELOW + lower} textAnchor="middle">
        {reading ?? messages.eachZ(classes)}
      </text>
      <text x={area.right} y={y(f(reach)) + 16} textAnchor="end">
        f
      </text>
      <text x={x(reach / 3)} y={y(slope(reach / 3)) - 6} className={styles.slopeName}>
        f′
      </text>
    </svg>
  );
}

/** Where the ticks of a class are in the rug. */
interface Row {
  readonly top: number;
  readonly height: number;
}

/** The rows of all classes, the last at the top; values have one row. */
function rowsOf(classes: number): readonly Row[] {
  const rows = Math.max(1, classes);
  const height = RUG / rows;
  return Array.from({ length: rows }, (_, label) => ({ top: RUG - (label + 1) * height, height }));
}
