/** What the page tells the page that embeds it (docs/embedding.md). Elsewhere there is nobody to tell. */
import type { Stop } from "@neural-viz/engine";

/** What an embedding page is told. Every message also carries the version and the preferred height. */
export type EmbeddingMessage =
  /** The page listens. */
  | { readonly type: "ready" }
  /** The preferred height has changed. */
  | { readonly type: "height" }
  /** Training ended or paused, or the update that was asked for has been reached. */
  | {
      readonly type: "stopped";
      readonly t: number;
      readonly loss: number;
      readonly reason: Stop["reason"] | "paused" | "reached";
    }
  /** The run as a line to hand in. */
  | { readonly type: "result"; readonly line: string }
  /** An exercise is finished: its line, and how many of its answers are correct. */
  | { readonly type: "exercise"; readonly line: string; readonly correct: number; readonly of: number };

/** The origins that may embed the page and talk to it: all, or those that the address names. */
export interface Parents {
  /** Undefined if every origin may. */
  readonly origins: readonly string[] | undefined;
  /** The first value of the address that isn't an origin. Nobody is told anything then. */
  readonly wrong: string | undefined;
}

/** Reads `?parent=https://lms.example`, which may be repeated, in the query of an address. */
export function parentsOf(search: string): Parents {
  const named = new URLSearchParams(search).getAll("parent");
  if (named.length === 0) return { origins: undefined, wrong: undefined };
  const wrong = named.find((value) => originOf(value) === undefined);
  const origins = wrong === undefined ? named.map((value) => originOf(value)!) : [];
  return { origins: [...new Set(origins)], wrong };
}

/** An origin as browsers write it; undefined if the text is none, or more than one. */
function originOf(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#@*,\\\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** Whether the page is embedded in another one that wants to hear from it. */
const isEmbedded = (): boolean =>
  window.parent !== window && new URLSearchParams(location.search).has("embed");

/** Tells the embedding page; does nothing if there is none. */
export function tell(message: EmbeddingMessage): void {
  if (!isEmbedded()) return;
  const { scrollHeight } = document.documentElement;
  const whole = { source: "neural-viz", version: 1, ...message, height: scrollHeight };
  for (const origin of targetsOf(parentsOf(location.search))) window.parent.postMessage(whole, origin);
}

/** The origins to post to. A message to any other than the parent's is lost, which the browser logs as an error. */
function targetsOf({ origins }: Parents): readonly string[] {
  if (origins === undefined) return ["*"];
  const [parent] = (location.ancestorOrigins as DOMStringList | undefined) ?? [];
  return parent === undefined || parent === "null" ? origins : origins.filter((origin) => origin === parent);
}
