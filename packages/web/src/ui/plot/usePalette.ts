import { useSyncExternalStore } from "react";
import { type Palette, readPalette } from "./color.ts";

const root = document.documentElement;
/** By theme. Each is read only once, because reading a computed style forces a layout. */
const palettes = new Map<string, Palette>();

/** The palette of light or dark, by `data-theme` on `<html>`. */
export function usePalette(): Palette {
  return useSyncExternalStore(onChange, currentPalette);
}

/** Reading it is cheapest while the page is still empty. */
export function currentPalette(): Palette {
  const theme = root.dataset["theme"] ?? "light";
  const palette = palettes.get(theme) ?? readPalette();
  palettes.set(theme, palette);
  return palette;
}

function onChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
