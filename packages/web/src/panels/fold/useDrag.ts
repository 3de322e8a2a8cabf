/** Dragging a hinge: by the line it moves parallel to itself, by a round handle it turns about the other one. */
import type { Section } from "@neural-viz/engine";
import { type PointerEvent, useRef, useState } from "react";
import { pointerIn } from "../../ui/kit/pointer.ts";
import type { Pixel } from "./Drawing.tsx";
import { type Line, movedTo, turnedTo } from "./lines.ts";
import { placeAt, sharesOf } from "./place.ts";
import { between, type Place, type Segment } from "./polygon.ts";

/** Handles are this far from the ends, as a share of the line's length and in pixels: inward from the tag. */
const INWARD = { share: 0.06, pixels: 18 };
/** A line shorter than this, in pixels, has no room for them. */
const ROOM = 72;
/** A line stays this far inside the square while it is dragged, as a share of the side. */
const RIM = 0.01;
/** Farther than this, in pixels, a press is a drag. */
const STILL = 3;
/** Nearer to its pivot than this, in pixels, a handle has no direction. */
const NEAR = 6;

/** The hinge that is held. */
interface Held {
  /** As it was when it was grabbed. */
  readonly line: Line;
  /** About which it turns; undefined while it moves. */
  readonly pivot: Place | undefined;
  /** Where the pointer went down in the window, and the point of the line that it took hold of. */
  readonly down: Pixel;
  readonly grip: Pixel;
  /** The window's pixels per pixel of the square: more than 1 if the page is zoomed in. */
  readonly zoom: number;
}

interface Drag {
  readonly pixel: (place: Place) => Pixel;
  readonly grab: (event: PointerEvent<SVGElement>, line: Line, segment: Segment) => void;
  readonly drag: (event: PointerEvent<SVGElement>, line: Line) => void;
  readonly release: () => void;
  /** Whether the last press became a drag. */
  readonly wasDragged: () => boolean;
  /** The handles of a line, if it has room for them. */
  readonly handlesOf: (line: Line, segment: Segment) => readonly [Pixel, Pixel] | undefined;
}

/** `change` sets the line. The square's side is in pixels. */
export function useDrag(section: Section, side: number, change: (to: Line, from: Line) => void): Drag {
  const held = useRef<Held>(undefined);
  const dragged = useRef(false);
  // The places of the two handles while one is dragged.
  const [turning, setTurning] = useState<{ readonly unit: number; readonly places: Segment }>();
  const pixel = (place: Place): Pixel => {
    const [across, up] = sharesOf(section, place);
    return [across * side, (1 - up) * side];
  };
  const placeOf = ([x, y]: Pixel): Place => {
    const inside = (share: number): number => Math.min(1 - RIM, Math.max(RIM, share));
    return placeAt(section, [inside(x / side), inside(1 - y / side)]);
  };
  /** The handles of a segment. */
  const handlesOn = ([from, to]: Segment): readonly [Place, Place] => {
    const share = INWARD.share + INWARD.pixels / apart(pixel(from), pixel(to));
    return [between(from, to, share), between(from, to, 1 - share)];
  };
  return {
    pixel,
    grab(event, line, segment) {
      dragged.current = false;
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const square = event.currentTarget.ownerSVGElement!;
      const { x, y } = pointerIn(square, event);
      const end = (event.target as SVGElement).dataset["handle"];
      const [first, second] = end === "1" ? handlesOn(segment).toReversed() : handlesOn(segment);
      const grip = end === undefined ? nearest([x, y], pixel(segment[0]), pixel(segment[1])) : pixel(first);
      const pivot = end === undefined ? undefined : second;
      const zoom = square.getBoundingClientRect().width / side;
      held.current = { line, pivot, down: [event.clientX, event.clientY], grip, zoom };
    },
    drag(event, line) {
      if (held.current?.line.unit !== line.unit) return;
      event.stopPropagation();
      const { down, grip, pivot, zoom, line: before } = held.current;
      const [dx, dy] = [(event.clientX - down[0]) / zoom, (event.clientY - down[1]) / zoom];
      if (!dragged.current && Math.hypot(dx, dy) < STILL) return;
      dragged.current = true;
      const at = placeOf([grip[0] + dx, grip[1] + dy]);
      if (pivot === undefined) change(movedTo(line, at), line);
      else if (apart(pixel(at), pixel(pivot)) >= NEAR) {
        change(turnedTo(before, pivot, at), before);
        setTurning({ unit: line.unit, places: [at, pivot] });
      }
    },
    release() {
      held.current = undefined;
      setTurning(undefined);
    },
    wasDragged: () => dragged.current,
    handlesOf({ unit }, segment) {
      const isTurning = turning?.unit === unit;
      if (!isTurning && apart(pixel(segment[0]), pixel(segment[1])) < ROOM) return undefined;
      const [first, second] = isTurning ? turning.places : handlesOn(segment);
      return [pixel(first), pixel(second)];
    },
  };
}

const apart = (a: Pixel, b: Pixel): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The point of the line through two points that is nearest to another one. */
function nearest([x, y]: Pixel, [fromX, fromY]: Pixel, [toX, toY]: Pixel): Pixel {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / square;
  return [fromX + share * dx, fromY + share * dy];
}
