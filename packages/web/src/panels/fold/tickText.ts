/** A number along an axis. */
export const tickText = (tick: number): string => String(Number(tick.toPrecision(3))).replace("-", "−");
