/** The motion between the square and the folded sheet. At rest it is at one of the two ends. */
import { useEffect, useRef, useState } from "react";
import { useSetting } from "../../store/panels/settings.ts";

/** How long the whole way takes, in milliseconds. */
const LONG = 2000;

const still = matchMedia("(prefers-reduced-motion: reduce)");

export interface Morph {
  /** 0 is the square, 1 is folded. */
  readonly share: number;
  /** Folds, from the square if it is folded already. Without motion it changes to the other end. */
  readonly play: () => void;
  readonly moveTo: (end: 0 | 1) => void;
  /** Shows a place in between, while the slider is held. */
  readonly hold: (share: number) => void;
}

export function useMorph(): Morph {
  const [flat, setFlat] = useSetting<boolean>("flat", false);
  const [moving, setMoving] = useState<number>();
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const share = moving ?? (flat ? 0 : 1);
  const move = (from: number, end: 0 | 1): void => {
    cancelAnimationFrame(frame.current);
    setFlat(end === 0);
    setMoving(undefined);
    if (still.matches || from === end) return;
    setMoving(from);
    const begun = performance.now();
    const next = (now: number): void => {
      const gone = Math.min(1, Math.max(0, (now - begun) / (LONG * Math.abs(end - from))));
      setMoving(gone === 1 ? undefined : from + (end - from) * gone * gone * (3 - 2 * gone));
      if (gone < 1) frame.current = requestAnimationFrame(next);
    };
    frame.current = requestAnimationFrame(next);
  };
  return {
    share,
    play: () => (still.matches ? move(share, share === 1 ? 0 : 1) : move(share === 1 ? 0 : share, 1)),
    moveTo: (end) => move(share, end),
    hold(value) {
      cancelAnimationFrame(frame.current);
      setMoving(value);
    },
  };
}
