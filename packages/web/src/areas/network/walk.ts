/** Where an arrow key leads in the grid of neurons: ←/→ between layers, ↑/↓ within one, Home and End to the ends. */
import type { Node } from "./geometry.ts";

export function nearTo(columns: readonly (readonly Node[])[], from: Node, key: string): Node | undefined {
  const layer = columns[from.layer]!;
  switch (key) {
    case "ArrowUp":
      return layer[from.unit - 1];
    case "ArrowDown":
      return layer[from.unit + 1];
    case "ArrowLeft":
      return closest(columns[from.layer - 1], from);
    case "ArrowRight":
      return closest(columns[from.layer + 1], from);
    case "Home":
      return closest(columns[0], from);
    case "End":
      return closest(columns.at(-1), from);
    default:
      return undefined;
  }
}

/** The neuron of a layer that is nearest in height. */
function closest(layer: readonly Node[] | undefined, { y }: Node): Node | undefined {
  return layer?.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
}
