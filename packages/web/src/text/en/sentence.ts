import { createElement, Fragment, isValidElement, type ReactNode } from "react";

/** A template whose pieces may be elements: sentence`Press ${button} to go on.` */
export function sentence(text: TemplateStringsArray, ...pieces: ReactNode[]): ReactNode {
  const parts = text.flatMap((part, i) => {
    const piece = pieces[i - 1];
    const mark = isOneElement(piece) ? (/^[.,:;?!]/.exec(part)?.[0] ?? "") : "";
    // A line never begins with the mark that follows an element.
    const shown = mark === "" ? piece : createElement("span", { className: "whole" }, piece, mark);
    return [shown, part.slice(mark.length)];
  });
  return createElement(Fragment, undefined, ...parts);
}

/** Whether a piece is an element, and no sentence of its own. */
function isOneElement(piece: ReactNode): boolean {
  return isValidElement(piece) && piece.type !== Fragment;
}
