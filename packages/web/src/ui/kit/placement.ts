/** The preferred side of the anchor, if there is room. */
export type Side = "below" | "above" | "right";

const gap = 8;

/** Positions a panel of the top layer next to its anchor, inside the window. */
export function placeBeside(panel: HTMLElement, anchor: Element, side: Side): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const room = document.documentElement;

  let left = side === "right" ? at.right + gap : at.left;
  let top = side === "right" ? at.top : side === "below" ? at.bottom + gap : at.top - gap - height;
  if (side === "above" && top < gap) top = at.bottom + gap;
  if (side === "below" && top + height > room.clientHeight - gap && at.top - gap - height > gap)
    top = at.top - gap - height;

  left = Math.max(gap, Math.min(left, room.clientWidth - width - gap));
  top = Math.max(gap, Math.min(top, room.clientHeight - height - gap));
  // If the page is zoomed, so are its CSS pixels.
  const scale = width / panel.offsetWidth || 1;
  panel.style.left = `${left / scale}px`;
  panel.style.top = `${top / scale}px`;
}
