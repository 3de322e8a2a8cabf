import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { pointerIn } from "../kit/pointer.ts";
import { clamp, type Scale } from "./scale.ts";
import type { Stops } from "./stops.ts";

interface Reader {
  /** The axis along which the picture is read. */
  x: Scale;
  stops: Stops;
  /** Where the keys start. */
  start: number;
  /** What a press, or Enter, does with the value read. */
  onChoose?: ((at: number) => void) | undefined;
}

/**
 * Reads off a picture at one value: the one under the pointer, or chosen by arrow keys, Home and End. `at` is that
 * value, if any.
 */
export function useReading({ x, stops, start, onChoose }: Reader) {
  const [asked, setAsked] = useState<number>();
  // The stops may change under a resting pointer, and the value read may be gone.
  const at = asked === undefined || clamp(asked, x.domain) !== asked ? undefined : stops.nearest(asked);
  const under = (event: MouseEvent): number =>
    clamp(x.invert(pointerIn(event.currentTarget, event).x), x.domain);
  const follow = (event: MouseEvent): void => setAsked(under(event));
  const leave = (): void => setAsked(undefined);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    if (event.key === "ArrowLeft") setAsked(stops.next(at ?? start, -1, event.shiftKey));
    else if (event.key === "ArrowRight") setAsked(stops.next(at ?? start, 1, event.shiftKey));
    else if (event.key === "Home") setAsked(x.domain[0]);
    else if (event.key === "End") setAsked(x.domain[1]);
    else if (event.key === "Enter" && at !== undefined) onChoose?.(at);
    else return;
    event.preventDefault();
  };
  return {
    at,
    /** Props that make an SVG element readable. */
    reader: {
      role: "img",
      tabIndex: 0,
      onPointerMove: follow,
      onPointerDown: follow,
      onPointerLeave: leave,
      onBlur: leave,
      onKeyDown,
      onClick: (event: MouseEvent) => onChoose?.(stops.nearest(under(event))),
    },
  };
}
