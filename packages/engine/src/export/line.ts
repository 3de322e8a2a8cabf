/**
 * A line for handing in: "nviz1:" and its parts as base64url. In order: updates, what was run, a number, a fingerprint of the
 * parameters, a name, and four bytes of a checksum, which tell a damaged line from one with other numbers.
 */
import { result } from "#text/result";
import { ExperimentError } from "../math/errors.ts";
import { fnv1a } from "../math/fingerprint.ts";
import type { Message } from "../text/message.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { createReader, createWriter, type Reader } from "./compact.ts";

/** The parts of a line. */
export interface LineParts {
  /** Updates done. */
  readonly t: number;
  /** What was run, as JSON. */
  readonly written: unknown;
  /** The loss of a run, or the score of an exercise. */
  readonly number: number;
  /** The fingerprint of the parameters after t updates. */
  readonly fingerprint: string;
  /** The name that was typed; empty if there is none. */
  readonly name: string;
}

/** The most characters of a name in a line. */
export const MAX_NAME = 80;

const START = "nviz1:";
const CHECKSUM = 4;

/** Writes a line. */
export function writeLine({ t, written, number, fingerprint, name }: LineParts): string {
  const writer = createWriter();
  writer.whole(t);
  writer.json(written);
  writer.double(number);
  writer.bytes.push(...bytesOf(fingerprint));
  writer.text(nameOf(name));
  return START + toBase64url([...writer.bytes, ...checksum(Uint8Array.from(writer.bytes))]);
}

/** Reads a line. White space in it, as mail programs add, is ignored. @throws ExperimentError that says what is wrong */
export function readLine(line: string): LineParts {
  const text = line.replaceAll(/\s+/g, "");
  if (!text.startsWith(START)) throw new ExperimentError(whyNot(line, text));
  const all = fromBase64url(text.slice(START.length));
  const bytes = all?.subarray(0, -CHECKSUM);
  if (all === undefined || bytes === undefined || !endsIn(all, checksum(bytes))) {
    throw new ExperimentError(result.damaged());
  }
  return readParts(createReader(bytes));
}

function readParts(reader: Reader): LineParts {
  try {
    const t = reader.whole();
    const written = reader.json();
    const number = reader.double();
    const print = Array.from({ length: 8 }, () => reader.byte().toString(16).padStart(2, "0")).join("");
    const name = nameOf(reader.text());
    if (reader.ended) return { t, written, number, fingerprint: print, name };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ExperimentError(result.damaged());
}

/** The name on one line, of bounded length, without control characters. */
function nameOf(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return [...clean].slice(0, MAX_NAME).join("").trim();
}

const bytesOf = (hexadecimal: string): number[] =>
  (hexadecimal.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const checksum = (bytes: Uint8Array): number[] => bytesOf(fnv1a(bytes)).slice(-CHECKSUM);

const endsIn = (bytes: Uint8Array, end: readonly number[]): boolean =>
  bytes.length >= end.length && end.every((byte, i) => byte === bytes[bytes.length - end.length + i]);

/** Why a text that doesn't begin as a result line isn't one. */
function whyNot(line: string, text: string): Message {
  if (text === "") return result.empty();
  const later = /^nviz(\d+):/.exec(text);
  if (later !== null) return result.otherVersion({ version: Number(later[1]) });
  return / \| .* \| [0-9a-f]{16}$/.test(line.trim()) ? result.older() : result.notOne();
}
