import { useEffect, useRef, useState } from "react";

/** Once a value has stayed this long, in milliseconds, it is shown. */
const SETTLED = 120;

/**
 * The value as it was at most this long ago, in milliseconds, and soon after it has stopped changing: for what may be
 * behind while a hinge is dragged.
 */
export function useLagging<T>(value: T, longest: number): T {
  const [shown, setShown] = useState(value);
  const last = useRef(-Infinity);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setShown(value);
      },
      Math.min(SETTLED, last.current + longest - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [value, longest]);
  return shown;
}
