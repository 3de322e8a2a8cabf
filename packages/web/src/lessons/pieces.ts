/** The pieces between the texts of a lesson: symbols, and numbers bound to the scene. */
import { format, formatProbability, idOf, type QuantityId, valueOf } from "@neural-viz/engine";
import { messages } from "#text/lessons";
import type { Template } from "../text/template.ts";
import type { Quantity } from "./quantities.ts";
import { correctOf, type Scene } from "./scene.ts";

/** A symbol in TeX and in plain characters. */
interface Symbol {
  readonly tex: string;
  readonly plain: string;
}

/** A quantity of the run as a number that can be pressed, by its id in the scene. */
interface Number {
  readonly id: (scene: Scene) => QuantityId;
}

/** A symbol, a quantity, or anything computed from the scene. */
export type Piece = Symbol | Number | ((scene: Scene) => string);

/** A text of a lesson, with or without pieces. */
export type Text = string | Template<Piece>;

/** A quantity at the epoch shown. */
export const number = (of: Quantity): Piece => ({ id: ({ t }) => of(t) });

/** A number that the lesson chose, printed as all numbers are. */
export const chosen =
  (value: number): Piece =>
  () =>
    String(value);

/** A whole number that is counted in the scene. */
export const counted =
  (count: (scene: Scene) => number): Piece =>
  (scene) =>
    String(count(scene));

/** A number that is computed from the scene, printed like a quantity. */
export const computed =
  (value: (scene: Scene) => number): Piece =>
  (scene) =>
    format(value(scene));

/** How many of all points are correct. */
export const correctIn = (scene: Scene): string =>
  messages.outOf(correctOf(scene), scene.session.train.count);
export const correct: Piece = (scene) => correctIn(scene);

export const points: Piece = counted(({ session }) => session.train.count);
export const epochs: Piece = counted(({ experiment }) => experiment.training.epochs);
export const epoch: Piece = counted(({ t }) => t);

export const yHat: Piece = { tex: "\\hat y", plain: "ŷ" };
export const ell: Piece = { tex: "\\ell", plain: "ℓ" };
export const eta: Piece = { tex: "\\eta", plain: "η" };
export const bias: Piece = { tex: "b", plain: "b" };
export const z: Piece = { tex: "z", plain: "z" };
/** The definition of the error signal δ. */
export const errorSignal: Piece = {
  tex: "\\delta = \\partial\\ell/\\partial z",
  plain: "δ = ∂ℓ/∂z",
};
/** The derivative of an activation. */
export const localSlope: Piece = { tex: "f'(z)", plain: "f′(z)" };

/** wₖ of a network without hidden layers. */
export const weight = (k: 1 | 2): Piece => ({ tex: `w_${k}`, plain: k === 1 ? "w₁" : "w₂" });

/** The text with the numbers that it has in a scene, whatever happens later. */
export function settled(text: Text, scene: Scene): Text {
  if (typeof text === "string") return text;
  const pieces = text.pieces.map((piece): Piece => {
    if ("tex" in piece) return piece;
    const printedNow = plainPiece(piece, scene);
    return () => printedNow;
  });
  return { texts: text.texts, pieces };
}

/** The text in plain characters, in a scene. */
export function plain(text: Text, scene: Scene): string {
  if (typeof text === "string") return text;
  const { texts, pieces } = text;
  return texts.reduce((before, next, i) => before + plainPiece(pieces[i - 1]!, scene) + next);
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
