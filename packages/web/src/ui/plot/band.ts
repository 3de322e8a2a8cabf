import { area } from "d3-shape";

/** A place along the picture, and from where to where the band reaches there, in pixels. */
type Slice = readonly [x: number, low: number, high: number];

const drawn = area<Slice>()
  .x(([x]) => x)
  .y0(([, low]) => low)
  .y1(([, , high]) => high)
  .defined((slice) => slice.every(Number.isFinite))
  .digits(1);

/** The outline of a band as SVG path data, to a tenth of a pixel. It breaks off where a slice has no place. */
export const bandThrough = (slices: Iterable<Slice>): string => drawn(slices) ?? "";
