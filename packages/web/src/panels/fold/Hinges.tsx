import { type KeyboardEvent, useId, useRef } from "react";
import { useLocked } from "../../store/hooks.ts";
import { editAll } from "../../store/setup/choose.ts";
import type { Pixel } from "./Drawing.tsx";
import { equationOf } from "./equation.ts";
import { biasesOf, canTurn, changesOf, type Line, segmentOf, shifted, turned } from "./lines.ts";
import type { Active } from "./useActive.ts";
import { useDrag } from "./useDrag.ts";
import type { Fold } from "./useFold.ts";
import { messages } from "#text/fold";
import * as styles from "./Hinges.module.css";

/** How far one key moves a hinge, as a share of the square's side, and turns it, in radians. */
const STEP = 0.02;
const TURN = Math.PI / 60;
/** How far along one axis a hinge can be grabbed around it, in pixels. */
const REACH = { above: 36, below: 14, beside: 6 };

interface HingesProps {
  fold: Fold;
  /** The side of the square, in pixels. */
  side: number;
  active: Active;
}

/** The hinges of layer 1, to be moved and turned by pointer or keys. They lie on the square. */
export function Hinges({ fold, side, active }: HingesProps) {
  const { network, params, section, lines } = fold;
  const fixed = useLocked("network", "weights");
  const turns = canTurn(network, section);
  const change = (to: Line, from: Line): void => editAll(changesOf(network, section, to, from));
  const { pixel, grab, drag, release, wasDragged, handlesOf } = useDrag(section, side, change);
  // The line that the keys asked for, until the network has it.
  const asked = useRef<{ readonly line: Line; readonly before: Float64Array }>(undefined);
  const id = useId();
  const press = (event: KeyboardEvent<SVGElement>, drawn: Line): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.blur();
      return;
    }
    const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (sign === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (fixed || (event.shiftKey && !turns)) return;
    const { current } = asked;
    const line = current?.before === params && current.line.unit === drawn.unit ? current.line : drawn;
    const next = event.shiftKey ? turned(line, section, -sign * TURN) : shifted(line, section, sign * STEP);
    asked.current = { line: next, before: params };
    change(next, line);
  };
  return (
    <svg
      ref={keepStill}
      className={styles.hinges}
      width={side}
      height={side}
      role="group"
      aria-label={messages.hinges}
    >
      <desc id={id}>{turns ? messages.keysTurn : messages.keysMove}</desc>
      {lines.map((line) => {
        const segment = segmentOf(line, section);
        if (segment === undefined) return undefined;
        const ends = [pixel(segment[0]), pixel(segment[1])] as const;
        const [low, high] = biasesOf(line, section);
        const isActive = active.unit === line.unit;
        const path = pathOf(ends);
        return (
          <g
            key={line.unit}
            className={styles.hinge}
            data-active={isActive || undefined}
            role="slider"
            tabIndex={0}
            aria-label={messages.hingeOf(line.unit)}
            aria-describedby={id}
            aria-disabled={fixed || undefined}
            aria-valuemin={low}
            aria-valuenow={line.bias}
            aria-valuemax={high}
            aria-valuetext={equationOf(network, params, line.unit)}
            onPointerEnter={() => active.hover(line.unit)}
            onPointerLeave={() => active.hover(undefined)}
            onFocus={() => active.focus(line.unit)}
            onBlur={() => active.focus(undefined)}
            onKeyDown={(event) => press(event, line)}
            onPointerDown={(event) => !fixed && grab(event, line, segment)}
            onPointerMove={(event) => drag(event, line)}
            onPointerUp={release}
            onPointerCancel={release}
            onClick={(event) => wasDragged() && event.stopPropagation()}
          >
            <path d={section.axes.length === 1 ? uprightAt(ends[0]) : path} className={styles.reach} />
            <path d={path} className={styles.casing} />
            <path d={path} className={styles.line} />
            {isActive &&
              turns &&
              !fixed &&
              handlesOf(line, segment)?.map(([x, y], end) => (
                <g key={["from", "to"][end]} data-handle={end} transform={`translate(${x} ${y})`}>
                  <circle r="14" className={styles.around} data-handle={end} />
                  <circle r="6.5" className={styles.handle} data-handle={end} />
                </g>
              ))}
          </g>
        );
      })}
    </svg>
  );
}

/** A finger on a hinge drags it rather than the page. Only a listener that isn't passive can say so. */
function keepStill(svg: SVGSVGElement | null): () => void {
  const stop = (event: TouchEvent): void => event.preventDefault();
  svg?.addEventListener("touchmove", stop, { passive: false });
  return () => svg?.removeEventListener("touchmove", stop);
}

const pathOf = ([from, to]: readonly [Pixel, Pixel]): string => `M${from.join(" ")}L${to.join(" ")}`;

const uprightAt = ([x, y]: Pixel): string =>
  `M${x - REACH.beside} ${y - REACH.above}h${2 * REACH.beside}V${y + REACH.below}h${-2 * REACH.beside}z`;
