/** Writing to standard output. */

/** Writes text or bytes to standard output. A closed pipe (`| head`) is not an error. */
export function print(text: string | Uint8Array): void {
  if (process.stdout.listenerCount("error") === 0) {
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  process.stdout.write(text);
}

/** JSON with full round-trip precision. Non-finite numbers become the strings "NaN", "Infinity", and "-Infinity". */
export function toJson(value: object): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
  return `${text}\n`;
}
