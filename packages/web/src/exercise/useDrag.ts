/** Dragging a line with a mouse, a pen or a finger. The lines stay where they are until it's dropped. */
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useState } from "react";
import { placeAt } from "./order.ts";

/** How far a pointer moves before it drags, in pixels. */
const SLACK = 6;
/** How near the edge of the window the page scrolls, and by how much at a time. */
const EDGE = 72;
const SCROLL = 12;

interface Drag {
  readonly line: number;
  readonly pointer: number;
  readonly from: readonly [x: number, y: number];
  readonly at: readonly [x: number, y: number];
  readonly moved: boolean;
}

/** Where it would be dropped: a place in the order, among the lines (undefined), or nowhere. */
type Target = { readonly place: number | undefined } | undefined;

interface Dragging {
  readonly line: number;
  readonly at: readonly [x: number, y: number];
  readonly target: Target;
}

/** Follows a drag between two lists, and reports where it ends. */
export function useDrag(
  lists: { readonly lines: RefObject<HTMLElement | null>; readonly order: RefObject<HTMLElement | null> },
  onDrop: (line: number, place: number | undefined) => void,
): readonly [dragging: Dragging | undefined, begin: (line: number, event: ReactPointerEvent) => void] {
  const [drag, setDrag] = useState<Drag>();
  const target = (line: number, [x, y]: readonly [number, number]): Target => {
    const order = lists.order.current!;
    if (isWithin(order, x, y)) {
      const others = [...order.querySelectorAll<HTMLElement>("[data-line]")].filter(
        ({ dataset }) => dataset["line"] !== String(line),
      );
      return { place: placeAt(others.map(middleOf), y) };
    }
    return isWithin(lists.lines.current!, x, y) ? { place: undefined } : undefined;
  };
  useEffect(() => {
    if (drag === undefined) return undefined;
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== drag.pointer) return;
      const [x, y] = [event.clientX, event.clientY];
      const moved = drag.moved || Math.hypot(x - drag.from[0], y - drag.from[1]) > SLACK;
      if (moved && y > innerHeight - EDGE) scrollBy(0, SCROLL);
      if (moved && y < EDGE) scrollBy(0, -SCROLL);
      setDrag({ ...drag, at: [x, y], moved });
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== drag.pointer) return;
      const found = drag.moved ? target(drag.line, [event.clientX, event.clientY]) : undefined;
      setDrag(undefined);
      if (drag.moved) ignoreClick();
      if (found !== undefined) onDrop(drag.line, found.place);
    };
    const cancel = (): void => setDrag(undefined);
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") cancel();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", escape);
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", escape);
    };
  });
  const begin = (line: number, event: ReactPointerEvent): void => {
    if (event.button !== 0) return;
    const from = [event.clientX, event.clientY] as const;
    setDrag({ line, pointer: event.pointerId, from, at: from, moved: false });
  };
  const dragging = drag?.moved === true ? { ...drag, target: target(drag.line, drag.at) } : undefined;
  return [dragging, begin];
}

/** The end of a drag with a mouse is no press on what it began on. */
function ignoreClick(): void {
  const ignore = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", ignore, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", ignore, { capture: true }));
}

/** How far outside of a list still counts as in it, in pixels. */
const NEAR = 16;

function isWithin(element: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR;
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
