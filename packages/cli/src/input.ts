/** Reads a file, or standard input if FILE is "-". */
import { errors } from "#text/errors";
import { type BigIntStats, createReadStream, fstatSync, readFileSync, statSync } from "node:fs";
import { readStandardInput } from "./stdin.ts";
import { UsageError } from "./usage.ts";

/** The name that stands for standard input. */
const STANDARD_INPUT = "-";

/** The name of a file for error messages. */
export function nameOf(file: string): string {
  return file === STANDARD_INPUT ? errors.standardInput().text : file;
}

/** The text of a file or of standard input. @throws UsageError with one sentence. */
export async function readText(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return readStandardInput();
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw notRead(file, error);
  }
}

/** The bytes of a file. @throws UsageError with one sentence. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw notRead(file, error);
  }
}

/** The text of a file or of standard input, piece by piece. @throws UsageError with one sentence. */
export async function* textPieces(file: string): AsyncGenerator<string> {
  const stream = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
  try {
    for await (const piece of stream.setEncoding("utf8")) yield piece as string;
  } catch (error) {
    throw notRead(file, error);
  }
}

/** Why a file couldn't be read. */
function notRead(file: string, error: unknown): UsageError {
  const { code = errors.unknownReason().text } = error as NodeJS.ErrnoException;
  const reasons: Record<string, "missing" | "folder" | "forbidden"> = {
    ENOENT: "missing",
    EISDIR: "folder",
    EACCES: "forbidden",
  };
  return new UsageError(errors.notRead({ path: file, reason: reasons[code] ?? { code } }));
}

/** @throws UsageError if the output file is the input file, under any name */
export function refuseOverwriting(file: string, output: string): void {
  const read = identityOf(() =>
    file === STANDARD_INPUT ? fstatSync(0, { bigint: true }) : statSync(file, { bigint: true }),
  );
  const written = identityOf(() => statSync(output, { bigint: true }));
  if (read === undefined || read !== written) return;
  throw new UsageError(errors.sameFile({ path: output }));
}

/** The device and inode of a file; undefined if it doesn't exist or isn't an ordinary file. */
function identityOf(look: () => BigIntStats): string | undefined {
  try {
    const status = look();
    return status.isFile() ? `${status.dev}:${status.ino}` : undefined;
  } catch {
    return undefined; // reading or writing it says why
  }
}
