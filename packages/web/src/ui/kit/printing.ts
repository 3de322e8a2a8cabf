/**
 * Whether the page is laid out for paper. Style sheets read it as `data-printing` on `<html>` instead of a media
 * query, because a query becomes true too late to redraw a picture at the size of the paper.
 */
const root = document.documentElement;
const listeners = new Set<() => void>();

export const isPrinting = (): boolean => root.dataset["printing"] !== undefined;

/**
 * Calls `changed` whenever printing begins or ends, with the page already laid out for it; returns a function that
 * stops it.
 */
export function onPrinting(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Called once, before anything listens. The query may flicker between the two events. */
export function startPrinting(): void {
  const paper = matchMedia("print");
  let asked = false;
  const update = (): void => show(asked || paper.matches);
  const ask = (printing: boolean) => (): void => {
    asked = printing;
    update();
  };
  paper.addEventListener("change", update);
  addEventListener("beforeprint", ask(true));
  addEventListener("afterprint", ask(false));
  update();
}

function show(printing: boolean): void {
  if (printing === isPrinting()) return;
  root.toggleAttribute("data-printing", printing);
  for (const changed of listeners) changed();
}
