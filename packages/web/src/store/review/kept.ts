/** Keeps a small recording over a reload, in the tab's session storage. */
import { schema } from "@neural-viz/engine";

const KEY = "neural-viz.recording";
/** The most bytes that are kept. */
const MAX_BYTES = 300_000;

/** What is kept. */
interface Kept {
  readonly name: string;
  /** The text of the file; undefined if it is too large. */
  readonly text: string | undefined;
  readonly shown: boolean;
  readonly index: number;
}

const keptOf = schema.object(
  {
    name: schema.text(),
    text: schema.optional(schema.text()),
    shown: schema.orElse(schema.boolean, false),
    index: schema.orElse(schema.whole(0, Number.MAX_SAFE_INTEGER), 0),
  },
  { others: "ignored" },
) as schema.Schema<Kept>;

/** The text of the open recording. */
let text: string | undefined;

/** Keeps a recording and what is shown of it, or only the latter if the file is the one before. Without a name, nothing. */
export async function keepRecording(
  name: string | undefined,
  file: Blob | undefined,
  shown: () => Pick<Kept, "shown" | "index">,
): Promise<void> {
  if (file !== undefined) text = file.size > MAX_BYTES ? undefined : await file.text();
  try {
    if (name === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ name, text, ...shown() }));
  } catch {
    // The browser forbids it, or it is full. Then the recording is asked for again.
  }
}

export function keptRecording(): Kept | undefined {
  try {
    const kept = keptOf(JSON.parse(sessionStorage.getItem(KEY) ?? "null"), KEY);
    ({ text } = kept);
    return kept;
  } catch {
    return undefined;
  }
}
