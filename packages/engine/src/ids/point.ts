/** The points that a quantity can belong to. */
import { spelling } from "#text/spelling";
import { short } from "../math/errors.ts";
import { UnknownQuantity } from "./unknown.ts";
import * as names from "#text/names";

/** The center of a cell of a picture. */
export interface Cell {
  readonly kind: "cell";
  /** From 1, the top one first; undefined in a picture along one input. */
  readonly row: number | undefined;
  readonly column: number;
  /** Cells along a side. */
  readonly size: number;
  /** Of three or four inputs the two along the picture, across and up, and the sample that it goes through; all from 1. */
  readonly plane?: { readonly axes: readonly [across: number, up: number]; readonly s: number };
}

/** A sample by its number, any place by its raw inputs, or the center of a cell of a picture. */
export type Point =
  | { readonly kind: "sample"; readonly s: number }
  | { readonly kind: "probe"; readonly x: readonly number[] }
  | Cell;

/** A point, or the number of a sample, from 1. */
export type PointLike = Point | number;

export const pointOf = (point: PointLike): Point =>
  typeof point === "number" ? { kind: "sample", s: point } : point;

export function pointText(point: Point): string {
  switch (point.kind) {
    case "sample":
      return `[${point.s}]`;
    case "probe":
      return `[probe ${point.x.join(",")}]`;
    case "cell": {
      const { row, column, size, plane } = point;
      const cell = [...(row === undefined ? [] : [row]), column, size].join(",");
      return `[cell ${cell}${plane === undefined ? "" : ` ${plane.axes.join(",")} ${plane.s}`}]`;
    }
  }
}

const numbersIn = (text: string): number[] =>
  text.split(",").map((part) => (part === "" ? NaN : Number(part)));

/** Reads what stands between the brackets. @throws UnknownQuantity */
export function readPoint(text: string): Point {
  const [word, first = "", axes, s, ...more] = text.split(" ");
  const numbers = numbersIn(first);
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { kind: "sample", s: Number(text) };
  if (word === "probe" && axes === undefined && numbers.length <= 4 && numbers.every(Number.isFinite)) {
    return { kind: "probe", x: numbers };
  }
  if (word === "cell" && more.length === 0 && numbers.every(Number.isSafeInteger)) {
    const [row, column, size] = numbers.length === 2 ? [undefined, ...numbers] : numbers;
    const plane = axes === undefined ? undefined : planeIn(axes, s ?? "");
    const isPlane = plane !== undefined && row !== undefined;
    if (numbers.length === 2 || numbers.length === 3) {
      const cell = { kind: "cell", row, column: column!, size: size! } as const;
      if (axes === undefined) return cell;
      if (isPlane) return { ...cell, plane };
    }
  }
  throw new UnknownQuantity(spelling.noPoint({ point: short(text) }));
}

/** The inputs along a picture and the sample it goes through, from "1,3" and "5". */
function planeIn(axes: string, s: string): Cell["plane"] {
  const [across = NaN, up = NaN, ...more] = numbersIn(axes);
  const all = [across, up, s === "" ? NaN : Number(s)];
  return more.length === 0 && all.every(Number.isSafeInteger)
    ? { axes: [across, up], s: all[2]! }
    : undefined;
}

/** The sample's number above a symbol; nothing for other points. */
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
