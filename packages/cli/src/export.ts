/** neural-viz export FILE --format NAME: a run in a form for other programs. */
import { errors } from "#text/errors";
import { createSession, type ExportName, exports } from "@neural-viz/engine";
import { refuseOverwriting } from "./input.ts";
import { print } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { save } from "./save.ts";
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
    throw new UsageError(errors.binary({ format: format! }));
  }
  print(written);
}

function formatOf(format: string | undefined): ExportName {
  if (format !== undefined && Object.hasOwn(exports, format)) return format as ExportName;
  const names = Object.keys(exports);
  throw new UsageError(
    format === undefined ? errors.noFormat({ names }) : errors.unknownFormat({ format, names }),
  );
}
