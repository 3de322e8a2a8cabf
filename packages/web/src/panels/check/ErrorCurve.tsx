import { type ErrorCurve as Curve, format } from "@neural-viz/engine";
import type { MouseEvent } from "react";
import { pointerIn } from "../../ui/kit/pointer.ts";
import type { Size } from "../../ui/kit/useSize.ts";
import { areaWithin } from "../../ui/plot/area.ts";
import { AxisBelow, AxisLeft } from "../../ui/plot/Axis.tsx";
import { Frame } from "../../ui/plot/Frame.tsx";
import { lineThrough, upright } from "../../ui/plot/line.ts";
import { clamped, scaleOf } from "../../ui/plot/scale.ts";
import { stopsAt } from "../../ui/plot/stops.ts";
import { messages } from "#text/check";
import * as styles from "./Check.module.css";
import { power } from "./size.ts";

const MARGINS = { left: 44, right: 12, top: 8, bottom: 22 };
/** The ends of the axes. An error beyond them is drawn at the end. */
const STEPS = [1e-12, 1e-1] as const;
const ERRORS = [1e-14, 1] as const;

interface ErrorCurveProps {
  curve: Curve;
  epsilon: number;
  onEpsilon: (epsilon: number) => void;
}

/** The relative error against ε, both on logarithmic axes. A press selects the nearest ε. */
export function ErrorCurve(props: ErrorCurveProps) {
  const { epsilon: steps, relativeError } = props.curve;
  const best = relativeError.reduce((least, error, i) => (error < relativeError[least]! ? i : least), 0);
  return (
    <figure className={styles.figure}>
      <Frame className={styles.frame}>{(size) => <Picture {...props} size={size} />}</Frame>
      <figcaption className={styles.hint}>
        {messages.smallestError(format(relativeError[best]!), format(steps[best]!))}
      </figcaption>
    </figure>
  );
}

function Picture({ curve, epsilon, onEpsilon, size }: ErrorCurveProps & { size: Size }) {
  const area = areaWithin(size, MARGINS);
  const x = scaleOf("log", STEPS, [area.left, area.right]);
  const y = clamped(scaleOf("log", ERRORS, [area.bottom, area.top]));
  const steps = stopsAt(curve.epsilon, x);
  const errorNow = curve.relativeError[curve.epsilon.indexOf(steps.nearest(epsilon))]!;
  const points = Array.from(curve.epsilon, (step, i) => [x(step), y(curve.relativeError[i]!)] as const);
  const choose = (event: MouseEvent): void =>
    onEpsilon(steps.nearest(x.invert(pointerIn(event.currentTarget, event).x)));
  return (
    // For the keyboard, the slider above selects ε.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <svg {...size} role="img" aria-label={messages.errorCurve(format(errorNow))} onClick={choose}>
      <AxisBelow ticks={[1e-12, 1e-9, 1e-6, 1e-3, 1e-1]} scale={x} area={area} text={power} centered />
      <AxisLeft ticks={[1e-14, 1e-9, 1e-5, 1]} scale={y} area={area} text={power} grid />
      <path className={styles.cursor} d={upright(x(epsilon), area)} />
      <path className={styles.curve} d={lineThrough(points)} />
      {points.map(
        ([step, error]) =>
          Number.isFinite(error) && <circle key={step} className={styles.dot} cx={step} cy={error} r="2.5" />,
      )}
    </svg>
  );
}
