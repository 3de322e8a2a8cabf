import { useEffect, useRef, useState, type RefObject } from "react";

/** CSS pixels of an element's content box. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the element that `ref` is given to, and again whenever it changes; undefined until measured. */
export function useSize<E extends Element>(): { ref: RefObject<E | null>; size: Size | undefined } {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
