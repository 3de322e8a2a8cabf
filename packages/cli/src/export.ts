/** neural-viz export FILE --format NAME: a run in a form for other programs. */
import { writeFileSync } from "node:fs";
import { createSession, type ExportName, exports } from "@neural-viz/engine";
import { refuseOverwriting } from "./input.ts";
import { print } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { UsageError } from "./usage.ts";

export async function exportRun(
  file: string,
  format: string | undefined,
  path: string | undefined,
): Promise<void> {
  const { write } = exports[formatOf(format)];
  if (path !== undefined) refuseOverwriting(file, path);
  const session = createSession(await readExperiment(file));
  if (!(await run(session))) {
    process.exitCode = 130;
    return;
  }
  const written = write(session);
  if (path !== undefined) return save(path, written);
  if (typeof written !== "string" && process.stdout.isTTY) {
    throw new UsageError(`${format} is bytes, not text; -o PATH is wanted.`);
  }
  print(written);
}

function formatOf(format: string | undefined): ExportName {
  if (format !== undefined && Object.hasOwn(exports, format)) return format as ExportName;
  const found = format === undefined ? "No --format was given" : `The format is "${format}"`;
  throw new UsageError(`${found}; ${Object.keys(exports).join(", ")} are there.`);
}

function save(path: string, contents: string | Uint8Array): void {
  try {
    writeFileSync(path, contents);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: "there is no such folder",
      ENOTDIR: "there is no such folder",
      EISDIR: "it is a folder",
      EACCES: "it may not be written",
    };
    throw new UsageError(`${path} cannot be written: ${reasons[code ?? ""] ?? code ?? "unknown reason"}.`);
  }
}
