/** The order in which a person puts lines: their numbers as shown, first to last. The others are left among the lines. */

/** The order with a line at a place, from 0; among the lines if the place is undefined. */
export function withLineAt(order: readonly number[], line: number, place: number | undefined): number[] {
  const others = order.filter((one) => one !== line);
  return place === undefined ? others : others.toSpliced(Math.min(place, others.length), 0, line);
}

/** Where an arrow key moves a line; undefined is among the lines. The order is as it is now, with the line in it or not. */
export function placeAfterKey(
  order: readonly number[],
  line: number,
  key: string,
): { readonly place: number | undefined } | undefined {
  const place = order.indexOf(line);
  if (key === "ArrowLeft") return { place: undefined };
  if (place === -1) return key === "ArrowRight" ? { place: order.length } : undefined;
  if (key === "ArrowUp") return { place: Math.max(0, place - 1) };
  if (key === "ArrowDown") return { place: Math.min(order.length - 1, place + 1) };
  return undefined;
}

/** The place at which something dropped at this height would stand, between boxes with these middles. */
export function placeAt(middles: readonly number[], y: number): number {
  return middles.filter((middle) => middle < y).length;
}
