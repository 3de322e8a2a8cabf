/** Writing to standard output. */

/** Writes all of a text or of some bytes; a reader who has seen enough (`| head`) is no error. */
export function print(text: string | Uint8Array): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.stdout.write(text);
}

/** JSON with full round-trip precision; numbers it has no words for are the strings "NaN", "Infinity", "-Infinity". */
export function toJson(value: object): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
  return `${text}\n`;
}
