import type { Size } from "../kit/useSize.ts";

/** The plot area of a picture, in pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plot area within these margins. */
export function areaWithin({ width, height }: Size, margins: Area): Area {
  return {
    left: margins.left,
    right: width - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  };
}
