/** Sentences on standard error. What they quote comes from files and arguments, so nothing in it may command a terminal. */

/** A longer sentence loses its middle: what is wrong stands at its beginning, what is allowed at its end. */
const MAX_LENGTH = 800;
const HEAD = 300;

/** Writes one sentence as one line of bounded length. */
export function say(sentence: string): void {
  process.stderr.write(`${harmless(sentence)}\n`);
}

/** The sentence on one line, with its control and direction characters spelled out, and no longer than a paragraph. */
export function harmless(sentence: string): string {
  const letters = [...sentence.replaceAll(/\s*\n\s*/g, " ")];
  const cut =
    letters.length > MAX_LENGTH
      ? [...letters.slice(0, HEAD), "…", ...letters.slice(letters.length - (MAX_LENGTH - HEAD - 1))]
      : letters;
  return cut
    .map((letter) => (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(letter) ? escapeOf(letter) : letter))
    .join("");
}

/** A character as JavaScript writes it in a string: \u001b. */
function escapeOf(letter: string): string {
  return Array.from({ length: letter.length }, (_, i) => {
    const unit = letter.charCodeAt(i);
    return `\\u${unit.toString(16).padStart(4, "0")}`;
  }).join("");
}
