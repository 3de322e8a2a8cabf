/**
 * A reader of Cloze questions with numerical gaps, by Moodle's documentation, "Embedded Answers (Cloze) question type", and
 * by what Moodle does with feedback: "~" and "}" end it unless a backslash stands before them; then references are
 * replaced by their characters, "\}" and "\#" by what they escape, and the result is HTML. Another backslash stays.
 */

interface ClozeAnswer {
  readonly percent: number;
  readonly value: number;
  readonly tolerance: number;
  /** HTML */
  readonly feedback: string;
}

interface Cloze {
  /** The HTML with an underscore in place of each gap. */
  readonly html: string;
  readonly gaps: readonly { readonly weight: number; readonly answers: readonly ClozeAnswer[] }[];
}

const GAP = /\{(\d*):(?:NUMERICAL|NM):/;
const NUMBER = String.raw`-?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?`;
const ANSWER = new RegExp(`(=|%(-?\\d+(?:\\.\\d+)?)%)?(${NUMBER})(?::(${NUMBER}))?`, "y");

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Text with its references replaced once. */
const dereferenced = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? named[name]! : String.fromCodePoint(Number(code)),
  );

/** The gaps of a question, and what stands around them. */
export function readCloze(source: string): Cloze {
  const gaps: { weight: number; answers: ClozeAnswer[] }[] = [];
  let html = "";
  let rest = source;
  for (let start = GAP.exec(rest); start !== null; start = GAP.exec(rest)) {
    html += `${rest.slice(0, start.index)}_`;
    let at = start.index + start[0].length;
    const answers: ClozeAnswer[] = [];
    for (;;) {
      ANSWER.lastIndex = at;
      const found = ANSWER.exec(rest);
      if (found === null) throw new Error(`Expected an answer at ${rest.slice(at, at + 60)}`);
      const [whole, mark, percent, value, tolerance] = found;
      at += whole.length;
      let feedback = "";
      if (rest[at] === "#") {
        const [written] = /^.*?(?<!\\)(?=[~}])/s.exec(rest.slice(at + 1)) ?? [];
        if (written === undefined) throw new Error(`Feedback without an end at ${rest.slice(at, at + 60)}`);
        at += 1 + written.length;
        feedback = dereferenced(written)
          .replaceAll(String.raw`\}`, "}")
          .replaceAll(String.raw`\#`, "#");
      }
      answers.push({
        percent: mark === "=" ? 100 : Number(percent ?? 0),
        value: Number(value),
        tolerance: Number(tolerance ?? 0),
        feedback,
      });
      const end = rest[at++];
      if (end === "}") break;
      if (end !== "~") throw new Error(`Expected ~ or } at ${rest.slice(at - 1, at + 60)}`);
    }
    gaps.push({ weight: Number(start[1] || 1), answers });
    rest = rest.slice(at);
  }
  return { html: html + rest, gaps };
}
