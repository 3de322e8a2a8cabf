export interface SliderRange {
  min: number;
  max: number;
  /** The step of an arrow key: units on a linear scale, decades on a logarithmic one (0.05 by default). */
  step?: number;
  scale?: "linear" | "log";
}

/** Converts between the positions of a native range input and the values. */
interface SliderScale {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  positionOf: (value: number) => number;
  valueAt: (position: number) => number;
}

/** On a linear scale the position is the value. On a log scale it counts steps of equal ratio from min. */
export function sliderScale({ min, max, step, scale = "linear" }: SliderRange): SliderScale {
  return scale === "log"
    ? logScale(min, max, step ?? 0.05)
    : linearScale(min, max, step ?? (max - min) / 100);
}

function linearScale(min: number, max: number, step: number): SliderScale {
  return {
    first: min,
    last: max,
    step,
    positionOf: (value) => value,
    valueAt: (position) => Number(position.toPrecision(12)), // 0.30000000000000004 becomes 0.3
  };
}

function logScale(min: number, max: number, decades: number): SliderScale {
  const last = Math.round(Math.log10(max / min) / decades);
  return {
    first: 0,
    last,
    step: 1,
    positionOf: (value) => Math.round((last * Math.log10(value / min)) / Math.log10(max / min)),
    valueAt(position) {
      if (position === last) return max;
      if (position === 0) return min;
      return Number((min * (max / min) ** (position / last)).toPrecision(2)); // two digits, short enough to say
    },
  };
}
