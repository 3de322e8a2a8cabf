import type { ReactNode } from "react";
import { type Size, useSize } from "../kit/useSize.ts";

interface FrameProps {
  className: string;
  children: (size: Size) => ReactNode;
}

/** In less, in pixels, nothing can be read. */
const LEAST = { width: 60, height: 40 };

/** A box that says how large a picture in it can be: once that is known, and whenever it changes. */
export function Frame({ className, children }: FrameProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={className}>
      {size !== undefined && size.width > LEAST.width && size.height > LEAST.height && children(size)}
    </div>
  );
}
