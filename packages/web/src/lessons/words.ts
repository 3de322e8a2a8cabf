/**
 * Text whose numbers are bound to state: a template in which no digit may be written by hand.
 *
 *   words`Epoch ${({ t }) => count(t)}: the loss is ${number(quantity.L)}.`
 */
import { format, formatProbability, idOf, type QuantityId, valueOf } from "@neural-viz/engine";
import type { Quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";

/** A symbol as it is set, and as it is read. */
export interface Symbol {
  readonly tex: string;
  readonly plain: string;
}

/** A quantity of the run as a number that can be pressed: its id, in the scene shown. */
export interface Number {
  readonly id: (scene: Scene) => QuantityId;
}

/** What may stand between the words: a symbol, a quantity, or whatever a function makes of the scene. */
export type Piece = Symbol | Number | ((scene: Scene) => string);

/** Words and pieces by turns, beginning and ending with words. */
export interface Words {
  readonly words: readonly string[];
  readonly pieces: readonly Piece[];
}

/** @throws Error when a digit is written where a bound number is wanted */
export function words(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Words {
  const typed = texts.find((text) => /\d/.test(text));
  if (typed !== undefined) throw new Error(`“${typed}” has a digit; a number bound to the scene is wanted.`);
  return { words: [...texts], pieces };
}

/** A quantity at the epoch shown. */
export const number = (of: Quantity): Number => ({ id: ({ t }) => of(t) });

/** A number that the lesson chose, printed as all numbers are. */
export const chosen =
  (value: number): Piece =>
  () =>
    String(value);

export const yHat: Symbol = { tex: "\\hat y", plain: "ŷ" };
export const ell: Symbol = { tex: "\\ell", plain: "ℓ" };
export const eta: Symbol = { tex: "\\eta", plain: "η" };
export const bias: Symbol = { tex: "b", plain: "b" };
export const z: Symbol = { tex: "z", plain: "z" };

/** wₖ of a network without hidden layers. */
export const weight = (k: 1 | 2): Symbol => ({ tex: `w_${k}`, plain: k === 1 ? "w₁" : "w₂" });

/** The text as plain characters, in a scene. */
export function plain({ words: texts, pieces }: Words, scene: Scene): string {
  return texts.reduce((text, next, i) => text + plainPiece(pieces[i - 1]!, scene) + next);
}

function plainPiece(piece: Piece, scene: Scene): string {
  if (typeof piece === "function") return piece(scene);
  return "plain" in piece ? piece.plain : printed(scene, piece.id(scene));
}

/** A quantity of the scene as it is printed. */
export function printed({ run }: Scene, id: QuantityId): string {
  const value = valueOf(run, id);
  return idOf(id).kind === "p" ? formatProbability(value) : format(value);
}
