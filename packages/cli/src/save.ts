/** Writing a file. */
import { errors } from "#text/errors";
import { writeFileSync } from "node:fs";
import { UsageError } from "./usage.ts";

/** Writes text or bytes to a file. @throws UsageError with one sentence. */
export function save(path: string, contents: string | Uint8Array): void {
  try {
    writeFileSync(path, contents);
  } catch (error) {
    const { code = errors.unknownReason().text } = error as NodeJS.ErrnoException;
    const reasons: Record<string, "noFolder" | "folder" | "forbidden"> = {
      ENOENT: "noFolder",
      ENOTDIR: "noFolder",
      EISDIR: "folder",
      EACCES: "forbidden",
    };
    throw new UsageError(errors.notWritten({ path, reason: reasons[code] ?? { code } }));
  }
}
