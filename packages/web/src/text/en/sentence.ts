import { createElement, Fragment, type ReactNode } from "react";

/** A template whose pieces may be elements: sentence`Press ${button} to go on.` */
export function sentence(text: TemplateStringsArray, ...pieces: ReactNode[]): ReactNode {
  return createElement(Fragment, undefined, ...text.flatMap((part, i) => [part, pieces[i]]));
}
