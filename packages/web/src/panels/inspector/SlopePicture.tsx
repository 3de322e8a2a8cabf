/**
 * The slope picture: the loss as a function of this parameter alone. The tangent's slope is the gradient, and a
 * hollow dot shows where the next update lands. Dragging the dot sets the parameter by hand.
 */
import { format, ids, plainOf, type Slope } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { edit } from "../../store/setup/choose.ts";
import { useAnswer } from "../../store/answers.ts";
import { penalizedOf } from "../../store/derived.ts";
import { useLocked } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { pointerIn } from "../../ui/kit/pointer.ts";
import { reading } from "../../ui/quantity/reading.ts";
import { Switch } from "../../ui/kit/Switch.tsx";
import type { Size } from "../../ui/kit/useSize.ts";
import { areaWithin } from "../../ui/plot/area.ts";
import { AxisBelow, AxisLeft } from "../../ui/plot/Axis.tsx";
import { Frame } from "../../ui/plot/Frame.tsx";
import { level, lineThrough, upright } from "../../ui/plot/line.ts";
import { clamp, scaleOf } from "../../ui/plot/scale.ts";
import { messages } from "#text/inspector";
import * as styles from "./Inspector.module.css";
import * as lines from "../../ui/quantity/Line.module.css";
import { display } from "../../ui/quantity/display.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";

const MARGINS = { left: 40, right: 8, top: 10, bottom: 22 };

interface SlopePictureProps {
  parameter: string;
  t: number;
}

export function SlopePicture({ parameter, t }: SlopePictureProps) {
  const answer = useAnswer<"slope">({ kind: "slope", parameter, t });
  const slope = answer?.ok === true ? answer.value : undefined;
  const penalized = useApp(penalizedOf);
  const [chord, setChord] = useState(false);
  const difference = slope === undefined ? undefined : chordOf(slope);
  return (
    <figure className={lines.figure}>
      <figcaption className={styles.caption}>
        <span>{messages.lossIfOnlyThisMoved(penalized)}</span>
        <span className={styles.hint}>{messages.evaluations(slope?.ws.length)}</span>
      </figcaption>
      <Frame className={styles.slope}>
        {(size) =>
          slope !== undefined && (
            <Picture slope={slope} size={size} chord={chord ? difference?.rise : undefined} />
          )
        }
      </Frame>
      <p className={styles.caption}>
        <span className={styles.gradient}>
          {messages.slope(
            <Quantity id={ids.gradient.of(parameter, slope?.t ?? t)} deeper>
              {reading(slope?.gradient)}
            </Quantity>,
          )}
        </span>
        <Switch label={messages.finiteDifference} checked={chord} onChange={setChord} />
      </p>
      {chord && slope !== undefined && difference !== undefined && (
        <p className={styles.hint}>
          {messages.chord(format(difference.h), format(difference.rise), format(slope.gradient))}
        </p>
      )}
    </figure>
  );
}

/** The symmetric difference quotient of the two values next to the current one. */
function chordOf({ ws, losses }: Slope): { readonly h: number; readonly rise: number } {
  const middle = (ws.length - 1) / 2;
  const run = ws[middle + 1]! - ws[middle - 1]!;
  return { h: run / 2, rise: (losses[middle + 1]! - losses[middle - 1]!) / run };
}

interface PictureProps {
  slope: Slope;
  size: Size;
  /** The slope of the chord, while it is shown. */
  chord: number | undefined;
}

function Picture({ slope, size, chord }: PictureProps) {
  const t = useApp(({ snapshot }) => snapshot.t);
  // While the dot is dragged the picture stays fixed: the curve is the same, and only the dot moves.
  const penalized = useApp(penalizedOf);
  const [held, setHeld] = useState<{ readonly picture: Slope; readonly w: number }>();
  // The value that the keys asked for, until its picture arrives.
  const [asked, setAsked] = useState<{ readonly w: number; readonly before: Slope }>();
  const fixed = useLocked("network", "weights");
  const { ws, losses, next } = held?.picture ?? slope;
  const now = { w: slope.w, loss: slope.loss, gradient: slope.gradient };
  const finite = Array.from(losses).filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(...finite, now.loss), Math.max(...finite, now.loss)];
  const [from, to] = [ws[0]!, ws.at(-1)!];
  // Near the largest numbers, or if a step is smaller than their spacing, there is no scale to draw on.
  if (finite.length < 2 || ![now.loss, high - low, to - from].every(Number.isFinite) || to === from) {
    return <p className={styles.hint}>{messages.noPictureOfLoss}</p>;
  }
  const area = areaWithin(size, MARGINS);
  const x = scaleOf("linear", [from, to], [area.left, area.right]);
  const y = scaleOf("linear", [low, high], [area.bottom, area.top]);
  /** A line with a given slope through the current point, a third as long as the picture is wide. */
  const line = (rise: number): string => {
    const reach = (to - from) / 4;
    const steep = Math.min(reach, Math.abs((high - low) / (2 * rise || 1e-300)));
    return lineThrough([-steep, steep].map((step) => [x(now.w + step), y(now.loss + rise * step)]));
  };
  const present = t === slope.t && !fixed;
  const wAt = (event: PointerEvent<SVGCircleElement>): number => {
    const at = pointerIn(event.currentTarget.ownerSVGElement!, event).x;
    return Number(clamp(x.invert(at), x.domain).toPrecision(6));
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (move === undefined || event.altKey || !present) return;
    event.preventDefault();
    const start = asked?.before === slope ? asked.w : slope.w;
    const w = start + move * ((to - from) / (event.shiftKey ? 6 : 60));
    setAsked({ w, before: slope });
    edit(slope.parameter, w);
  };
  const name = plainOf({ kind: "parameter", name: slope.parameter, t: slope.t });
  return (
    <svg {...size}>
      <path className={styles.axis} d={upright(area.left, area) + level(area.bottom, area)} />
      <AxisLeft
        ticks={y.ticks(3).major}
        scale={y}
        area={area}
        text={(value) => display(String(Number(value.toPrecision(3))))}
      />
      <AxisBelow
        ticks={[...new Set([from, (from + to) / 2, to])]}
        scale={x}
        area={area}
        text={(w) => display(w.toPrecision(3))}
      />
      <path className={styles.curve} d={lineThrough(Array.from(ws, (w, i) => [x(w), y(losses[i]!)]))} />
      {chord !== undefined && <path className={styles.chord} d={line(chord)} />}
      <path className={styles.tangent} d={line(now.gradient)} />
      {held === undefined && Number.isFinite(next.loss) && (
        <>
          <path className={styles.cursor} d={upright(x(next.w), { ...area, top: y(next.loss) })} />
          <circle className={styles.hollow} cx={x(next.w)} cy={y(next.loss)} r="5">
            <title>{messages.nextLands(format(next.w))}</title>
          </circle>
        </>
      )}
      <circle
        className={styles.handle}
        cx={x(now.w)}
        cy={y(now.loss)}
        r="7"
        role="slider"
        tabIndex={present ? 0 : undefined}
        aria-label={messages.setByHand(name)}
        aria-disabled={fixed || undefined}
        aria-valuenow={now.w}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuetext={messages.handleAt(format(now.w), format(now.loss), penalized)}
        onKeyDown={press}
        onPointerDown={(event) => {
          if (!present) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld({ picture: slope, w: slope.w });
        }}
        onPointerMove={(event) => {
          if (held === undefined) return;
          const w = wAt(event);
          if (w === held.w) return;
          setHeld({ ...held, w });
          edit(slope.parameter, w);
        }}
        onPointerUp={() => setHeld(undefined)}
        onPointerCancel={() => setHeld(undefined)}
      />
    </svg>
  );
}
