import { type ErrorCurve as Curve, format } from "@neural-viz/engine";
import type { MouseEvent } from "react";
import { pointerIn } from "../kit/pointer.ts";
import { useSize } from "../kit/useSize.ts";
import { words } from "../../words/check.ts";
import * as styles from "./Check.module.css";

const HEIGHT = 132;
const LEFT = 44;
const BOTTOM = 22;
const TOP = 8;
/** The powers of ten of the axes. An error below the lowest is drawn there. */
const STEPS = { from: -12, to: -1 };
const ERRORS = { from: -14, to: 0 };

interface ErrorCurveProps {
  curve: Curve;
  epsilon: number;
  onEpsilon: (epsilon: number) => void;
}

/** The relative error against ε, both on logarithmic axes; a press chooses the ε nearest to it. */
export function ErrorCurve(props: ErrorCurveProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  const { epsilon: steps, relativeError } = props.curve;
  const best = relativeError.reduce((least, error, i) => (error < relativeError[least]! ? i : least), 0);
  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.frame}>
        {size !== undefined && <Picture {...props} width={size.width} />}
      </div>
      <figcaption className={styles.hint}>
        {words.smallestError(format(relativeError[best]!), format(steps[best]!))}
      </figcaption>
    </figure>
  );
}

function Picture({ curve, epsilon, onEpsilon, width }: ErrorCurveProps & { width: number }) {
  const x = (value: number): number =>
    LEFT + ((Math.log10(value) - STEPS.from) / (STEPS.to - STEPS.from)) * (width - LEFT - 12);
  const y = (error: number): number => {
    const power = Math.max(ERRORS.from, Math.min(ERRORS.to, Math.log10(error)));
    return TOP + ((ERRORS.to - power) / (ERRORS.to - ERRORS.from)) * (HEIGHT - TOP);
  };
  const nearest = (value: number): number =>
    curve.epsilon.reduce(
      (least, other, i) =>
        Math.abs(x(other) - x(value)) < Math.abs(x(curve.epsilon[least]!) - x(value)) ? i : least,
      0,
    );
  const at = nearest(epsilon);
  const choose = (event: MouseEvent): void => {
    const place = pointerIn(event.currentTarget, event).x;
    const all = Array.from(curve.epsilon);
    onEpsilon(
      all.reduce((best, other) => (Math.abs(x(other) - place) < Math.abs(x(best) - place) ? other : best)),
    );
  };
  const points = Array.from(curve.epsilon, (step, i) => [step, curve.relativeError[i]!] as const);
  const finite = points.filter(([, error]) => Number.isFinite(error));
  return (
    // The slider above chooses ε by keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <svg
      width={width}
      height={HEIGHT + BOTTOM}
      role="img"
      aria-label={words.errorCurve(format(curve.relativeError[at]!))}
      onClick={choose}
    >
      {[-12, -9, -6, -3, -1].map((power) => (
        <text key={power} x={x(Number(`1e${power}`))} y={HEIGHT + 16} textAnchor="middle">
          {tick(power)}
        </text>
      ))}
      {[-14, -9, -5, 0].map((power) => (
        <g key={power}>
          <path className={styles.grid} d={`M${LEFT} ${y(Number(`1e${power}`))}H${width - 12}`} />
          <text x={LEFT - 6} y={y(Number(`1e${power}`)) + 4} textAnchor="end">
            {tick(power)}
          </text>
        </g>
      ))}
      <path className={styles.cursor} d={`M${x(epsilon)} ${TOP}V${HEIGHT}`} />
      {finite.length > 0 && (
        <path
          className={styles.curve}
          d={`M${finite.map(([step, error]) => `${x(step).toFixed(1)} ${y(error).toFixed(1)}`).join("L")}`}
        />
      )}
      {finite.map(([step, error]) => (
        <circle key={step} className={styles.dot} cx={x(step)} cy={y(error)} r="2.5" />
      ))}
    </svg>
  );
}

function tick(power: number): string {
  if (power === 0) return "1";
  return `10⁻${String(-power).replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)}`;
}
