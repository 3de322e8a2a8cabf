import type { Size } from "../kit/useSize.ts";

/** Where in a picture its marks are, in pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What margins leave of a picture. */
export function areaWithin({ width, height }: Size, margins: Area): Area {
  return {
    left: margins.left,
    right: width - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  };
}
