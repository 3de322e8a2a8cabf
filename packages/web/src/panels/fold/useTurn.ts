/** From where three neurons are seen: a drag or the arrow keys turn it. */
import { type ButtonHTMLAttributes, useRef } from "react";
import { changeSettings, useSetting } from "../../store/panels/settings.ts";
import { type Turn, turnedBy } from "./turn.ts";

/** Where the view begins: the first two axes toward the viewer, the third up. */
const FIRST: Turn = { around: 135, above: 25 };
/** Degrees per pixel, and per key. */
const PIXEL = 0.5;
const KEY = 5;

const ways: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-KEY, 0],
  ArrowRight: [KEY, 0],
  ArrowUp: [0, KEY],
  ArrowDown: [0, -KEY],
};

export function useTurn(): { readonly turn: Turn; readonly pad: ButtonHTMLAttributes<HTMLButtonElement> } {
  const isAngle = (degrees: number): boolean => Number.isFinite(degrees) && Math.abs(degrees) <= 360;
  const [around] = useSetting<number>("around", FIRST.around, isAngle);
  const [above] = useSetting<number>("above", FIRST.above, isAngle);
  const turn = { around, above };
  const held = useRef<{ readonly x: number; readonly y: number; readonly from: Turn }>(undefined);
  const change = (next: Turn): void => changeSettings({ ...next });
  return {
    turn,
    pad: {
      onPointerDown(event) {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, y: event.clientY, from: turn };
      },
      onPointerMove({ clientX, clientY }) {
        if (held.current === undefined) return;
        const { x, y, from } = held.current;
        change(turnedBy(from, PIXEL * (x - clientX), PIXEL * (clientY - y)));
      },
      onPointerUp() {
        held.current = undefined;
      },
      onPointerCancel() {
        held.current = undefined;
      },
      onKeyDown(event) {
        const way = ways[event.key];
        if (way === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        change(turnedBy(turn, ...way));
      },
    },
  };
}
