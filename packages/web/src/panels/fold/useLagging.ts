import { useEffect, useRef, useState } from "react";

/** The value as it was at most this long ago, in milliseconds: for what may be behind while a hinge is dragged. */
export function useLagging<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value);
  const last = useRef(-Infinity);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setShown(value);
      },
      last.current + interval - performance.now(),
    );
    return () => clearTimeout(timer);
  }, [value, interval]);
  return shown;
}
