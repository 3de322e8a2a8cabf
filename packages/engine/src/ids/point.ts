/** The points that a quantity can belong to. */
import { unknown } from "#text/unknown";
import { short } from "../math/errors.ts";
import { UnknownQuantity } from "./unknown.ts";
import * as names from "#text/names";

/** A sample by its number from 1, any point of the plane, or the center of a cell of a picture of size × size cells. */
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

/** Reads the text between the brackets of an id. @throws UnknownQuantity */
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
  throw new UnknownQuantity(unknown.noPoint({ point: short(text) }));
}

/** The sample's number as a superscript in TeX; empty for other points. */
export function pointTex(point: Point): string {
  return point.kind === "sample" ? `^{[${point.s}]}` : "";
}

/** The name of a point in prose. */
export function pointName(point: Point): string {
  switch (point.kind) {
    case "sample":
      return names.point(point.s);
    case "probe":
      return names.probe;
    case "cell":
      return names.cell(point.row, point.column);
  }
}
