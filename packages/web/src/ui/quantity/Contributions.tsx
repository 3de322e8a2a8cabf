import { aboutOf, type Aggregate, type Explanation, format, idOf, stemOf } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { follow } from "../../store/inspector/inspect.ts";
import { point } from "../../store/selection/choose.ts";
import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { pointerIn } from "../kit/pointer.ts";
import { useSize } from "../kit/useSize.ts";
import { messages } from "#text/quantity";
import * as styles from "./Line.module.css";
import { Quantity } from "./Quantity.tsx";

const HEIGHT = 72;

interface ContributionsProps {
  of: Explanation;
  aggregate: Aggregate;
}

/** What each point adds to a mean: a strip of all of them, the largest by name, and the sum of the others. */
export function Contributions({ of, aggregate }: ContributionsProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  const { count, largest, others } = aggregate;
  const parts = useApp(partsOf);
  return (
    <figure className={styles.figure}>
      <figcaption>{messages.whatEachAdds(count)}</figcaption>
      <div ref={ref} className={styles.strip}>
        {size !== undefined && <Strip of={of} width={size.width} />}
      </div>
      <table className={styles.inputs}>
        <caption className="vh">{messages.theLargestContributions}</caption>
        <tbody>
          {largest.map(({ id, value }) => (
            <tr key={stemOf(id)}>
              <th scope="row">{aboutOf(idOf(id), parts)}</th>
              <td>
                <Quantity id={id} deeper>
                  {format(value)}
                </Quantity>
              </td>
            </tr>
          ))}
          {count > largest.length && (
            <tr>
              <th scope="row">{messages.theOthers(count - largest.length)}</th>
              <td>{messages.addUpTo(format(others))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </figure>
  );
}

/** One bar per point, in the order of addition. A press opens the point's contribution. */
function Strip({ of, width }: { of: Explanation; width: number }) {
  const [at, setAt] = useState<number>();
  const { inputs } = of;
  const parts = useApp(partsOf);
  const largest = inputs.reduce((max, { value }) => Math.max(max, Math.abs(value)), 0) || 1;
  const signed = inputs.some(({ value }) => value < 0);
  const zero = signed ? HEIGHT / 2 : HEIGHT - 1;
  const step = width / inputs.length;
  const bar = (value: number): number => (value / largest) * (signed ? HEIGHT / 2 - 1 : HEIGHT - 2);
  const paths = [1, -1].map((sign) =>
    inputs
      .map(({ value }, i) =>
        value * sign > 0 ? `M${((i + 0.5) * step).toFixed(1)} ${zero}v${(-bar(value)).toFixed(1)}` : "",
      )
      .join(""),
  );
  const go = (i: number | undefined): void => {
    const clamped = i === undefined ? undefined : Math.max(0, Math.min(inputs.length - 1, i));
    setAt(clamped);
    point(clamped === undefined ? undefined : inputs[clamped]!.id);
  };
  const follows = (event: PointerEvent): void => {
    go(Math.floor(pointerIn(event.currentTarget, event).x / step));
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -inputs.length,
      End: inputs.length,
    };
    const move = moves[event.key];
    if (move !== undefined && !event.altKey) go((at ?? 0) + move);
    else if (event.key === "Enter" && at !== undefined) follow(inputs[at]!.id);
    else return;
    event.preventDefault();
  };
  const shown = at === undefined ? undefined : inputs[at];
  return (
    <svg
      width={width}
      height={HEIGHT + 18}
      role="img"
      tabIndex={0}
      aria-label={
        shown === undefined
          ? messages.contributionsOf(inputs.length)
          : `${aboutOf(idOf(shown.id), parts)}: ${format(shown.value)}`
      }
      onPointerMove={follows}
      onPointerLeave={() => go(undefined)}
      onBlur={() => go(undefined)}
      onKeyDown={press}
      onClick={() => shown !== undefined && follow(shown.id)}
    >
      <path className={styles.axis} d={`M0 ${zero}H${width}`} />
      <path className={styles.positive} strokeWidth={Math.max(1, step * 0.7)} d={paths[0]} />
      <path className={styles.negative} strokeWidth={Math.max(1, step * 0.7)} d={paths[1]} />
      {shown !== undefined && (
        <>
          <path className={styles.cursor} d={`M${(at! + 0.5) * step} 0V${HEIGHT}`} />
          <text
            x={Math.max(2, Math.min(width - 2, (at! + 0.5) * step))}
            y={HEIGHT + 13}
            textAnchor={at! < inputs.length * 0.2 ? "start" : at! > inputs.length * 0.8 ? "end" : "middle"}
          >
            {aboutOf(idOf(shown.id), parts)}: {format(shown.value)}
          </text>
        </>
      )}
    </svg>
  );
}
