import { useSyncExternalStore } from "react";
import { type Palette, readPalette } from "./colour.ts";

const root = document.documentElement;
/** By theme. Each is read once, since asking for a computed style has the browser lay out all that changed. */
const palettes = new Map<string, Palette>();

/** The palette of light or dark, as `data-theme` on `<html>` says. */
export function usePalette(): Palette {
  return useSyncExternalStore(onChange, currentPalette);
}

/** Read while the page is still empty it costs least. */
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
