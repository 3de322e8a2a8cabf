/** What a call reads: a file, or standard input where FILE is "-". */
import { errors } from "#text/errors";
import { type BigIntStats, fstatSync, readFileSync, statSync } from "node:fs";
import { readStandardInput } from "./stdin.ts";
import { UsageError } from "./usage.ts";

/** The name that stands for standard input. */
const STANDARD_INPUT = "-";

/** What a sentence calls a file. */
export function nameOf(file: string): string {
  return file === STANDARD_INPUT ? errors.standardInput().text : file;
}

/** The text of a file or of standard input. @throws UsageError with one sentence. */
export async function readText(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return readStandardInput();
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = errors.unknownReason().text } = error as NodeJS.ErrnoException;
    const reasons: Record<string, "missing" | "folder" | "forbidden"> = {
      ENOENT: "missing",
      EISDIR: "folder",
      EACCES: "forbidden",
    };
    throw new UsageError(errors.notRead({ path: file, reason: reasons[code] ?? { code } }));
  }
}

/** Makes sure that a file to be written is not the one that is read, by whatever name. @throws UsageError with one sentence. */
export function refuseOverwriting(file: string, output: string): void {
  const read = identityOf(() =>
    file === STANDARD_INPUT ? fstatSync(0, { bigint: true }) : statSync(file, { bigint: true }),
  );
  const written = identityOf(() => statSync(output, { bigint: true }));
  if (read === undefined || read !== written) return;
  throw new UsageError(errors.sameFile({ path: output }));
}

/** The disk and the place on it; undefined for what is not an ordinary file or not there. */
function identityOf(look: () => BigIntStats): string | undefined {
  try {
    const status = look();
    return status.isFile() ? `${status.dev}:${status.ino}` : undefined;
  } catch {
    return undefined; // reading or writing it says why
  }
}
