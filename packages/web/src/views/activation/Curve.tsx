import { format } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { pointerIn } from "../kit/pointer.ts";
import { useSize } from "../kit/useSize.ts";
import { words } from "../../words/activation.ts";
import * as styles from "./Activation.module.css";

interface CurveProps {
  f: (z: number) => number;
  slope: (z: number) => number;
  /** Where the point that is looked at stands. */
  z: number;
  /** Where the points trained on stand, and the class of each. */
  zs: Float64Array;
  labels: Float64Array;
}

/** The activation, its slope, the tangent at one z, and a rug of all: class 1 above the axis, class 0 below. */
export function Curve(props: CurveProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.frame}>
      {size !== undefined && <Picture {...props} width={size.width} height={size.height} />}
    </div>
  );
}

const RUG = 26;
const SAMPLES = 161;
/** At least this far to both sides of 0, and no further than this: beyond it a rug's ticks are drawn at the edge. */
const REACH = { least: 4, most: 30 };

function Picture({ f, slope, z, zs, labels, width, height }: CurveProps & { width: number; height: number }) {
  const [probe, setProbe] = useState<number>();
  const reach = [...zs, z].reduce(
    (most, value) => Math.min(REACH.most, Math.max(most, Math.abs(value) * 1.05)),
    REACH.least,
  );
  const places = Array.from({ length: SAMPLES }, (_, i) => reach * ((2 * i) / (SAMPLES - 1) - 1));
  const low = Math.min(0, ...places.map(f));
  const high = Math.max(1, ...places.map(f));
  const x = (value: number): number =>
    8 + ((Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * (width - 16);
  const bottom = height - RUG - 22;
  const y = (value: number): number => 8 + ((high - value) / (high - low)) * (bottom - 8);
  const path = (g: (value: number) => number): string =>
    `M${places.map((place) => `${x(place).toFixed(1)} ${y(g(place)).toFixed(1)}`).join("L")}`;
  const along = reach / 5;
  const tangent = (shift: number): number => f(z) + slope(z) * shift;
  const rug = bottom + 6 + RUG / 2;
  /** The ticks of a class: one path, however many points there are. */
  const ticks = (label: number, long: number): string =>
    Array.from(zs, (value, s) => (labels[s] === label ? `M${x(value).toFixed(1)} ${rug}v${long}` : "")).join(
      "",
    );
  const within = (value: number): number => Math.max(-reach, Math.min(reach, value));
  const follow = (event: PointerEvent): void => {
    const at = pointerIn(event.currentTarget, event).x;
    setProbe(within((((at - 8) / (width - 16)) * 2 - 1) * reach));
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move === undefined || event.altKey) return;
    setProbe(within((probe ?? (Number.isFinite(z) ? z : 0)) + (move * reach) / 40));
    event.preventDefault();
  };
  const reading =
    probe === undefined
      ? undefined
      : `z = ${format(probe)}: f = ${format(f(probe))}, f′ = ${format(slope(probe))}`;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      tabIndex={0}
      aria-label={reading ?? words.curveAt(format(z), format(f(z)), format(slope(z)))}
      onPointerMove={follow}
      onPointerLeave={() => setProbe(undefined)}
      onBlur={() => setProbe(undefined)}
      onKeyDown={press}
    >
      <path className={styles.axis} d={`M8 ${y(0)}H${width - 8}M${x(0)} 8V${bottom}`} />
      <path className={styles.curve} d={path(f)} />
      <path className={styles.slope} d={path(slope)} />
      {Number.isFinite(z) && (
        <>
          <path
            className={styles.tangent}
            d={`M${x(z - along)} ${y(tangent(-along))}L${x(z + along)} ${y(tangent(along))}`}
          />
          <path className={styles.drop} d={`M${x(z)} ${y(f(z))}V${rug}`} />
          <circle className={styles.dot} cx={x(z)} cy={y(f(z))} r="5" />
        </>
      )}
      {probe !== undefined && (
        <>
          <path className={styles.drop} d={`M${x(probe)} 8V${bottom}`} />
          <circle className={styles.probe} cx={x(probe)} cy={y(f(probe))} r="4" />
          <circle className={styles.probe} cx={x(probe)} cy={y(slope(probe))} r="4" />
        </>
      )}
      <path className={styles.axis} d={`M8 ${rug}H${width - 8}`} />
      <path className={styles.one} d={ticks(1, -RUG / 2)} />
      <path className={styles.zero} d={ticks(0, RUG / 2)} />
      <text x="8" y={height - 3}>
        {format(-reach)}
      </text>
      <text x={x(0)} y={height - 3} textAnchor="middle">
        {reading ?? words.classesOfZ}
      </text>
      <text x={width - 8} y={height - 3} textAnchor="end">
        {format(reach)}
      </text>
      <text x={width - 8} y={y(f(reach)) + 16} textAnchor="end">
        f
      </text>
      <text x={x(reach / 3)} y={y(slope(reach / 3)) - 6} className={styles.slopeName}>
        f′
      </text>
    </svg>
  );
}
