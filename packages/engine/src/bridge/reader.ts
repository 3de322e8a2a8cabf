/** Reads a recording line by line, from text that arrives in pieces. */
import { bridge } from "#text/bridge";
import { ExperimentError } from "../math/errors.ts";
import { attempt } from "../math/result.ts";
import type { Schema } from "../schema/index.ts";
import { readJson } from "../session/parse.ts";
import type { RecordedUpdate, RecordingHead } from "./recording.ts";
import { recordingHead, updateLine } from "./recordingSchema.ts";

/** The most characters of a recording: 64 MB. */
export const MAX_RECORDING = 64 * 2 ** 20;

/** What is told of a recording as it is read. */
export interface RecordingListener {
  head(head: RecordingHead): void;
  update(update: RecordedUpdate): void;
}

/** Reads a recording. Both functions throw an ExperimentError of one sentence that names the line. */
export interface RecordingReader {
  /** Reads the next piece of the text. A piece may end anywhere in a line. */
  push(text: string): void;
  /** Reads what is left when the text has ended. */
  end(): void;
}

/** A reader that keeps one unfinished line, and nothing of the lines before. */
export function createRecordingReader(listener: RecordingListener): RecordingReader {
  let rest = "";
  let length = 0;
  let line = 0;
  let before = -1;
  let updateOf: Schema<RecordedUpdate> | undefined;

  function read(text: string): void {
    line += 1;
    if (text.trim() === "") return;
    const json = readJson(text, bridge.line({ line }).text);
    const at = attempt(() => {
      if (updateOf === undefined) {
        const head = recordingHead(json, "");
        updateOf = updateLine(head);
        return () => listener.head(head);
      }
      const update = updateOf(json, "");
      if (update.t <= before) throw new ExperimentError(bridge.notLater({ t: update.t, before }));
      if (before < 0 && update.parameters === undefined) throw new ExperimentError(bridge.noParameters());
      before = update.t;
      return () => listener.update(update);
    });
    if (!at.ok) throw new ExperimentError(bridge.inLine({ line, reason: at.why.text }));
    at.value();
  }

  return {
    push(text) {
      length += text.length;
      if (length > MAX_RECORDING) throw new ExperimentError(bridge.tooLong());
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const one of lines) read(one);
    },
    end() {
      read(rest);
      rest = "";
      if (updateOf === undefined) throw new ExperimentError(bridge.empty());
      if (before < 0) throw new ExperimentError(bridge.noUpdates());
    },
  };
}
