import { Fragment } from "react";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import type { Scene } from "../scene.ts";
import { type Piece, printed, type Text as TextOf } from "../pieces.ts";
import { shows } from "./destination.ts";

/** A lesson's text in a scene. Its numbers can be pressed if the page shows the same run and no question is open. */
export function Text({ of, scene }: { of: TextOf; scene: Scene }) {
  if (typeof of === "string") return of;
  const { texts, pieces } = of;
  return texts.map((text, i) => (
    // A text's parts have no id but their index.
    // eslint-disable-next-line react/no-array-index-key
    <Fragment key={i}>
      {i > 0 && <One piece={pieces[i - 1]!} scene={scene} />}
      {text}
    </Fragment>
  ));
}

function One({ piece, scene }: { piece: Piece; scene: Scene }) {
  const free = useApp((state) => state.question === undefined && shows(state, scene));
  if (typeof piece === "function") return piece(scene);
  if ("plain" in piece) return <Tex tex={piece.tex} plain={piece.plain} />;
  const id = piece.id(scene);
  const text = printed(scene, id);
  return free ? <Quantity id={id}>{text}</Quantity> : text;
}
