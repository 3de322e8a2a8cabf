/**
 * JSON values in few bytes. Each value begins with one byte that says what it is: a word of the vocabulary (0–127), a
 * small whole number (128–191), or one of the marks below. Decimal numbers keep their digits, so they come back bit for bit.
 */
import { vocabulary } from "./vocabulary.ts";

const SMALL = 128;
const TEXT = 192;
const LIST = 193;
const OBJECT = 194;
const TRUE = 195;
const FALSE = 196;
const DOUBLE = 197;
/** Digits without their point, by the number of decimals: POSITIVE + 2 stands before the 125 of 1.25. */
const POSITIVE = 200;
const NEGATIVE = 220;
const MAX_PLACES = 19;
/** Values lie at most this deep in each other. */
const MAX_DEPTH = 10;

/** A list of bytes that is being written. */
export interface Writer {
  readonly bytes: number[];
  /** A whole number from 0 to 2⁵³ − 1, seven bits a byte. */
  whole(value: number): void;
  /** Eight bytes, little-endian. */
  double(value: number): void;
  /** Code points. */
  text(value: string): void;
  /** A JSON value. Keys whose value is undefined are left out. */
  json(value: unknown): void;
}

export function createWriter(): Writer {
  const bytes: number[] = [];
  return { bytes, whole, double, text, json };

  function whole(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
    bytes.push(rest);
  }

  function double(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    bytes.push(...new Uint8Array(view.buffer));
  }

  function text(value: string): void {
    const points = [...value].map((letter) => letter.codePointAt(0)!);
    whole(points.length);
    for (const point of points) whole(point);
  }

  function json(value: unknown): void {
    if (typeof value === "string") return word(value);
    if (typeof value === "number") return number(value);
    if (typeof value === "boolean") return void bytes.push(value ? TRUE : FALSE);
    if (Array.isArray(value)) {
      bytes.push(LIST);
      whole(value.length);
      for (const item of value) json(item);
      return;
    }
    const entries = Object.entries(value as object).filter(([, one]) => one !== undefined);
    bytes.push(OBJECT);
    whole(entries.length);
    for (const [key, one] of entries) {
      word(key);
      json(one);
    }
  }

  function word(value: string): void {
    const known = vocabulary.indexOf(value);
    if (known >= 0) return void bytes.push(known);
    bytes.push(TEXT);
    text(value);
  }

  function number(value: number): void {
    if (Number.isInteger(value) && value > 0 && value < TEXT - SMALL) return void bytes.push(SMALL + value);
    if (Object.is(value, 0)) return void bytes.push(SMALL);
    const [, sign, units = "", fraction = "", power = "0"] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(value)) ?? [];
    const digits = Number(units + fraction);
    const places = fraction.length + Number(power);
    if (digits > 0 && digits < 2 ** 42 && places <= MAX_PLACES) {
      bytes.push((sign === "-" ? NEGATIVE : POSITIVE) + places);
      return whole(digits);
    }
    bytes.push(DOUBLE);
    double(value);
  }
}

/** Reads what a writer wrote. @throws RangeError if the bytes are not what a writer writes */
export interface Reader {
  /** Whether all bytes are read. */
  readonly ended: boolean;
  byte(): number;
  whole(): number;
  double(): number;
  text(): string;
  json(): unknown;
}

export function createReader(bytes: Uint8Array): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  function byte(): number {
    if (at >= bytes.length) throw new RangeError("The bytes end too early.");
    at += 1;
    return bytes[at - 1]!;
  }

  function whole(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 53; scale *= 128) {
      const next = byte();
      value += scale * (next % 128);
      if (next < 128) return value;
    }
    throw new RangeError("A whole number is too long.");
  }

  function double(): number {
    const value = view.getFloat64(at, true); // a RangeError if there are fewer than eight bytes
    at += 8;
    return value;
  }

  /** Each item takes at least a byte, so that a false count can't ask for more memory than there are bytes. */
  function several<T>(read: () => T): T[] {
    const count = whole();
    if (count > bytes.length - at) throw new RangeError("There are fewer items than their count says.");
    return Array.from({ length: count }, read);
  }

  const text = (): string =>
    several(whole)
      .map((point) => String.fromCodePoint(point))
      .join("");

  function json(depth = 0): unknown {
    if (depth > MAX_DEPTH) throw new RangeError("The values lie too deep in each other.");
    const mark = byte();
    if (mark < SMALL) return wordAt(mark);
    if (mark < TEXT) return mark - SMALL;
    if (mark === TEXT) return text();
    if (mark === LIST) return several(() => json(depth + 1));
    if (mark === OBJECT) return Object.fromEntries(several(() => [key(), json(depth + 1)]));
    if (mark === TRUE || mark === FALSE) return mark === TRUE;
    if (mark === DOUBLE) return double();
    if (mark >= NEGATIVE && mark <= NEGATIVE + MAX_PLACES) return -Number(`${whole()}e-${mark - NEGATIVE}`);
    if (mark >= POSITIVE && mark <= POSITIVE + MAX_PLACES) return Number(`${whole()}e-${mark - POSITIVE}`);
    throw new RangeError("A mark is unknown.");
  }

  function key(): string {
    const mark = byte();
    if (mark === TEXT) return text();
    return wordAt(mark);
  }

  return {
    get ended() {
      return at === bytes.length;
    },
    byte,
    whole,
    double,
    text,
    json: () => json(),
  };
}

function wordAt(index: number): string {
  const word = vocabulary[index];
  if (word === undefined) throw new RangeError("A word is unknown.");
  return word;
}
