import { area } from "d3-shape";

/** A position along the picture, and the range of the band there, in pixels. */
type Slice = readonly [x: number, low: number, high: number];

const drawn = area<Slice>()
  .x(([x]) => x)
  .y0(([, low]) => low)
  .y1(([, , high]) => high)
  .defined((slice) => slice.every(Number.isFinite))
  .digits(1);

/** The outline of a band as SVG path data, to a tenth of a pixel. It has gaps where a value can't be drawn. */
export const bandThrough = (slices: Iterable<Slice>): string => drawn(slices) ?? "";
