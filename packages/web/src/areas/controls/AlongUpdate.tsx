/** The loss along one update: why it rose although its slope was downhill. */
import { format } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { AxisBelow, AxisLeft } from "../../ui/plot/Axis.tsx";
import { areaWithin } from "../../ui/plot/area.ts";
import { level, lineThrough, type Point, upright } from "../../ui/plot/line.ts";
import { scaleOf } from "../../ui/plot/scale.ts";
import { messages } from "#text/diagnosis";
import * as styles from "./Controls.module.css";

const SIZE = { width: 340, height: 190 };
const MARGINS = { left: 52, right: 10, top: 10, bottom: 22 };

export function AlongUpdate({ t }: { t: number }) {
  const answer = useAnswer<"along">({ kind: "along", t });
  if (answer?.ok !== true) return undefined;
  const { shares, values, before, after, predicted } = answer.value;
  const finite = [...values].filter(Number.isFinite);
  if (finite.length < 2) return undefined;
  const area = areaWithin(SIZE, MARGINS);
  const x = scaleOf("linear", [shares[0]!, shares.at(-1)!], [area.left, area.right]);
  const y = scaleOf("linear", [Math.min(...finite), Math.max(...finite)], [area.bottom, area.top]);
  const tangent = [-0.2, Math.min(1, Math.abs((y.domain[1] - y.domain[0]) / (predicted || 1)))].map(
    (share): Point => [x(share), y(before + predicted * share)],
  );
  return (
    <figure className={styles.along}>
      <figcaption>{messages.alongUpdate(t)}</figcaption>
      <svg {...SIZE} role="img" aria-label={messages.alongLabel(t, format(before), format(after))}>
        <path className={styles.axis} d={upright(area.left, area) + level(area.bottom, area)} />
        <AxisLeft ticks={[...new Set(y.domain)]} scale={y} area={area} text={(value) => format(value)} />
        <AxisBelow ticks={[0, 1]} scale={x} area={area} text={(share) => messages.shareOf(share)} centered />
        <path
          className={styles.curve}
          d={lineThrough(Array.from(shares, (share, i): Point => [x(share), y(values[i]!)]))}
        />
        <path className={styles.tangent} d={lineThrough(tangent)} />
        <circle className={styles.dot} cx={x(0)} cy={y(before)} r="4.5" />
        <circle className={styles.hollow} cx={x(1)} cy={y(after)} r="4.5" />
      </svg>
      <p>{messages.whyItRose}</p>
    </figure>
  );
}
