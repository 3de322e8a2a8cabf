import { useSyncExternalStore } from "react";

/** Light or dark, as `data-theme` on `<html>` says: for what is painted with colours read from the tokens. */
export function useShade(): "light" | "dark" {
  return useSyncExternalStore(onChange, () => (root.dataset["theme"] === "dark" ? "dark" : "light"));
}

const root = document.documentElement;

function onChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
