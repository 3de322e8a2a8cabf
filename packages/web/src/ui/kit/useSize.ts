import { useEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { onPrinting } from "./printing.ts";

/** The size of an element's content box, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the element with `ref`, kept up to date; undefined until measured. */
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
    // No observer is called between the request to print and the print.
    const stop = onPrinting(() => flushSync(() => setSize(contentSize(element))));
    return () => {
      stop();
      observer.disconnect();
    };
  }, []);
  return { ref, size };
}

function contentSize(element: Element): Size {
  const style = getComputedStyle(element);
  const sum = (...lengths: string[]): number =>
    lengths.reduce((total, length) => total + Number.parseFloat(length), 0);
  return {
    width: element.clientWidth - sum(style.paddingLeft, style.paddingRight),
    height: element.clientHeight - sum(style.paddingTop, style.paddingBottom),
  };
}
