/** What an embedding page may ask for (docs/embedding.md), read from a message that may hold anything. */
import { MAX_EPOCHS, MAX_UPDATES, schema } from "@neural-viz/engine";

export type EmbeddingRequest =
  /** Open a link: its fragment, with its #. */
  | { readonly type: "load"; readonly link: string }
  /** Go to the state after t updates. */
  | { readonly type: "goto"; readonly t: number }
  /** Train to the end, or for some epochs. */
  | { readonly type: "train"; readonly epochs: number | undefined }
  | { readonly type: "pause" }
  | { readonly type: "reset" };

/** Longer links and experiments, in characters, are ignored. The longest that the page can write are far shorter. */
const MAX_LENGTH = 1_000_000;

/** What a message asks for; undefined if it isn't a request, or a malformed one. */
export function requestOf(data: unknown): EmbeddingRequest | undefined {
  if (!schema.isObject(data)) return undefined;
  const own = (key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);
  if (own("target") !== "neural-viz") return undefined;
  const type = own("type");
  switch (type) {
    case "load":
      return loadOf(own("link"), own("experiment"));
    case "goto": {
      const t = own("t");
      return isWhole(t, 0, MAX_UPDATES) ? { type, t } : undefined;
    }
    case "train": {
      const epochs = own("epochs");
      return epochs === undefined || isWhole(epochs, 1, MAX_EPOCHS) ? { type, epochs } : undefined;
    }
    case "pause":
    case "reset":
      return { type };
    default:
      return undefined;
  }
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** A link is a fragment or a whole address. An experiment is read as the link to its first epoch. */
function loadOf(link: unknown, experiment: unknown): EmbeddingRequest | undefined {
  if ((link === undefined) === (experiment === undefined)) return undefined;
  if (experiment !== undefined) {
    const text = schema.isObject(experiment) ? jsonOf({ experiment, t: 0 }) : undefined;
    return text === undefined ? undefined : { type: "load", link: `#${encodeURIComponent(text)}` };
  }
  if (typeof link !== "string" || link.length > MAX_LENGTH || !link.includes("#")) return undefined;
  return { type: "load", link: link.slice(link.indexOf("#")) };
}

/** A message may hold what JSON can't: a circle, a BigInt, or more levels than there are. */
function jsonOf(value: unknown): string | undefined {
  try {
    const text = JSON.stringify(value);
    return text.length <= MAX_LENGTH ? text : undefined;
  } catch {
    return undefined;
  }
}
