/** Which input of the network a quantity belongs to. */
import { short } from "../math/sentence.ts";

/** A sample by its number, any place of the plane, or the centre of a cell of a picture. */
export type Point =
  | { readonly kind: "sample"; readonly s: number }
  | { readonly kind: "probe"; readonly x1: number; readonly x2: number }
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly size: number };

/** A point, or the number of a sample, from 1. */
export type PointLike = Point | number;

export const pointOf = (point: PointLike): Point =>
  typeof point === "number" ? { kind: "sample", s: point } : point;

export function pointText(point: Point): string {
  switch (point.kind) {
    case "sample":
      return `[${point.s}]`;
    case "probe":
      return `[probe ${point.x1},${point.x2}]`;
    case "cell":
      return `[cell ${point.row},${point.column},${point.size}]`;
  }
}

/** Reads what stands between the brackets. @throws SyntaxError */
export function readPoint(text: string): Point {
  const [word, rest = ""] = text.split(" ");
  const numbers = rest.split(",").map((part) => (part === "" ? NaN : Number(part)));
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { kind: "sample", s: Number(text) };
  if (word === "probe" && numbers.length === 2 && numbers.every(Number.isFinite)) {
    return { kind: "probe", x1: numbers[0]!, x2: numbers[1]! };
  }
  if (word === "cell" && numbers.length === 3 && numbers.every(Number.isSafeInteger)) {
    return { kind: "cell", row: numbers[0]!, column: numbers[1]!, size: numbers[2]! };
  }
  throw new SyntaxError(
    `[${short(text)}] isn't a point; write a sample such as [18], a place such as [probe 0.2,0.7] or a cell such as [cell 1,1,40]`,
  );
}

/** The sample's number above a symbol; nothing for other points. */
export function pointTex(point: Point): string {
  return point.kind === "sample" ? `^{[${point.s}]}` : "";
}

/** A point in words. */
export function pointWords(point: Point): string {
  switch (point.kind) {
    case "sample":
      return `point ${point.s}`;
    case "probe":
      return "the probe";
    case "cell":
      return `the cell in row ${point.row}, column ${point.column}`;
  }
}
