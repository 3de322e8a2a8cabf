/**
 * Text with gaps for what isn't known while it is written: symbols, and numbers bound to a run. A catalog knows only
 * the names of its pieces; the caller decides what a piece is.
 *
 *   loss: <P>({ t, loss }: Pieces<"t" | "loss", P>) => template`Epoch ${t}: the loss is ${loss}.`
 */

/** Texts and pieces in alternation, beginning and ending with a text. */
export interface Template<Piece> {
  readonly texts: readonly string[];
  readonly pieces: readonly Piece[];
}

/** The pieces that a text needs, by name. */
export type Pieces<Name extends string, Piece> = Readonly<Record<Name, Piece>>;

/** @throws Error if the text has a digit, because numbers must be bound to a run */
export function template<Piece>(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Template<Piece> {
  return { texts: texts.map(withoutDigits), pieces };
}

/**
 * Returns the text itself.
 * @throws Error if it has a digit
 */
export function withoutDigits(text: string): string {
  if (/\d/.test(text)) throw new Error(`“${text}” has a digit. Insert a number bound to the scene instead.`);
  return text;
}
