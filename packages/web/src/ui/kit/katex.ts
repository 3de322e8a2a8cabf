import type katexModule from "katex";
import { useSyncExternalStore } from "react";
import { afterFirstPaint } from "./afterFirstPaint.ts";

type Katex = typeof katexModule;

let katex: Katex | undefined;
let asked = false;
const waiting = new Set<() => void>();

/** KaTeX, or undefined until it has loaded. The first formula on the page requests it after the first frame. */
export function useKatex(): Katex | undefined {
  return useSyncExternalStore(onArrival, () => katex);
}

function onArrival(arrived: () => void): () => void {
  waiting.add(arrived);
  if (!asked) {
    asked = true;
    afterFirstPaint(() => void load());
  }
  return () => waiting.delete(arrived);
}

async function load(): Promise<void> {
  try {
    const [module] = await Promise.all([import("katex"), import("katex/dist/katex.min.css")]);
    katex = module.default;
    for (const arrived of waiting) arrived();
  } catch {
    asked = false; // offline: the plain text stays, and the next formula tries again
  }
}
