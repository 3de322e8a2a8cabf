/**
 * Where the pointer is in an element, in the pixels that the element is drawn in. The page may be enlarged: then these are
 * fewer than those of the screen.
 */
export function pointerIn(
  element: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): { readonly x: number; readonly y: number } {
  const { left, top, width } = element.getBoundingClientRect();
  const scale = width / element.clientWidth || 1;
  return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}
