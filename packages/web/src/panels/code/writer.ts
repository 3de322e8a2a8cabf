/** The most characters that are shown. */
const MAX_LENGTH = 60;

/** The writer that a recording names, without control and direction characters, which could rearrange the page. */
export function writerText(writer: string | undefined): string | undefined {
  const letters = [...(writer ?? "").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")];
  if (letters.length === 0) return undefined;
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH - 1).join("")}…` : letters.join("");
}
