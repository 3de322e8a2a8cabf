/**
 * The pointer's position in an element, in the element's own pixels. If the page is zoomed, these differ from the
 * screen's.
 */
export function pointerIn(
  element: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): { readonly x: number; readonly y: number } {
  const { left, top, width } = element.getBoundingClientRect();
  const scale = width / element.clientWidth || 1;
  return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}
