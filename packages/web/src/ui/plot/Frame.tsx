import type { ReactNode } from "react";
import { type Size, useSize } from "../kit/useSize.ts";

interface FrameProps {
  className: string;
  children: (size: Size) => ReactNode;
}

/** In a smaller box, in pixels, nothing is legible. */
const LEAST = { width: 60, height: 40 };

/** A box that renders a picture at its own size, and again whenever the size changes. */
export function Frame({ className, children }: FrameProps) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={className}>
      {size !== undefined && size.width > LEAST.width && size.height > LEAST.height && children(size)}
    </div>
  );
}
