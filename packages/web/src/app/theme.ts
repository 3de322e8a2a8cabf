import { isPrinting, onPrinting } from "../ui/kit/printing.ts";

/** The chosen theme. `"system"` follows the device and changes with it. */
export type Theme = "system" | "light" | "dark";

/** The shade on the screen: the value of `data-theme` on `<html>`. */
type Shade = "light" | "dark";

const themes: readonly Theme[] = ["system", "light", "dark"];

const key = "neural-viz.theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let chosen: Theme = "system";

export const currentTheme = (): Theme => chosen;

/** The theme after the current one. The first press always changes the shade. */
export function nextTheme(): Theme {
  const [system, other]: readonly Shade[] = systemIsDark.matches ? ["dark", "light"] : ["light", "dark"];
  if (chosen === "system") return other!;
  return chosen === other ? system! : "system";
}

/** Paper is light, whatever the screen is. */
function currentShade(): Shade {
  if (isPrinting()) return "light";
  if (chosen !== "system") return chosen;
  return systemIsDark.matches ? "dark" : "light";
}

/** Shows the theme at once and saves it for the next visit. */
export function applyTheme(theme: Theme): void {
  chosen = theme;
  remember(theme);
  show();
}

/** Restores the theme of the last visit and follows the system from now on. Called once, before the first frame. */
export function startTheme(): void {
  chosen = storedTheme();
  systemIsDark.addEventListener("change", show);
  onPrinting(show);
  show();
}

/** Calls `changed` whenever the theme or the shade changes; returns a function that stops it. */
export function onThemeChange(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function show(): void {
  const root = document.documentElement;
  root.dataset["theme"] = currentShade();
  const paper = getComputedStyle(root).getPropertyValue("--paper");
  document.querySelector("meta[name='theme-color']")?.setAttribute("content", paper);
  for (const changed of listeners) changed();
}

// Storage throws if it is forbidden or full. The theme then lasts as long as the page.
function remember(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {}
}

function storedTheme(): Theme {
  try {
    const found = localStorage.getItem(key);
    return themes.find((theme) => theme === found) ?? "system";
  } catch {
    return "system";
  }
}
