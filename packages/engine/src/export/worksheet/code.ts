/** The code of a sheet: it's on the sheet, on its key and in the table, so that they can be matched. */
import type { Exercise } from "../../exercises/index.ts";
import { fnv1a } from "../../math/fingerprint.ts";

const LENGTH = 6;

/** The first digits of a fingerprint of an exercise with its seed. */
export function codeOf(exercise: Exercise): string {
  const letters = [...JSON.stringify(exercise)].flatMap((letter) => {
    const unit = letter.codePointAt(0)!;
    return [unit & 255, (unit >> 8) & 255, unit >> 16];
  });
  return fnv1a(Uint8Array.from(letters)).slice(0, LENGTH);
}
