import { type RefObject, useEffect, useRef, useState } from "react";

/** Rows rendered above and below the visible ones. */
const SPARE = 10;

/** Which of many rows of equal height are visible in a scrolling box. */
export function useWindow(
  count: number,
  height: number,
): { ref: RefObject<HTMLDivElement | null>; from: number; to: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, room: 400 });
  useEffect(() => {
    const box = ref.current!;
    const look = (): void => setSight({ top: box.scrollTop, room: box.clientHeight });
    box.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, []);
  const from = Math.max(0, Math.min(count, Math.floor(sight.top / height) - SPARE));
  const to = Math.min(count, Math.ceil((sight.top + sight.room) / height) + SPARE);
  return { ref, from, to };
}
