/** Ids without their point or their moment, as a person writes them. */
import { asId } from "./index.ts";
import type { QuantityId } from "./kind.ts";

/**
 * The id that a stem stands for at a sample after t updates: `z.1.1` is `z.1.1[3]@0`, `p.2` is `p[3].2@0`, `W.1.1.1@1`
 * itself, and `gW.1.1.1` the gradient of the sample. Undefined if there is no such id.
 */
export function idOfStem(stem: string, sample: number, t: number): QuantityId | undefined {
  const [, body = "", moment = `@${t}`] = /^(.*?)(@.*)?$/s.exec(stem) ?? [];
  const [, letters = "", rest = ""] = /^([A-Za-z]*)(.*)$/s.exec(body) ?? [];
  const point = `[${sample}]`;
  return [
    stem,
    `${body}${point}${moment}`,
    `${letters}${point}${rest}${moment}`,
    `${body}${moment}`,
    `${letters}${point}${rest}`,
  ]
    .map(asId)
    .find((id) => id !== undefined);
}

/** An id without the point and the moment of an exercise, where they go without saying. */
export function stemOf(
  id: QuantityId,
  { sample, t }: { readonly sample: number; readonly t: number },
): string {
  const short = [id.replace(`[${sample}]`, "").replace(/@\d+$/, ""), id.replace(`[${sample}]`, "")];
  return short.find((stem) => idOfStem(stem, sample, t) === id) ?? id;
}
