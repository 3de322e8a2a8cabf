/**
 * A strict reader of GIFT files with numerical questions, by Moodle's documentation, "GIFT format": a special character
 * that means nothing where it stands is an error.
 */

/** An answer with its credit in percent, and how far from it an answer may be. */
interface GiftAnswer {
  readonly percent: number;
  readonly value: number;
  readonly tolerance: number;
  readonly feedback: string;
}

export interface GiftQuestion {
  readonly title: string;
  readonly format: string;
  readonly text: string;
  readonly answers: readonly GiftAnswer[];
  readonly generalFeedback: string;
}

const SPECIAL = "~=#{}";
const NUMBER = /-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;

/** The category of a file and its questions. Blank lines stand between them, and lines that begin with // are comments. */
export function readGift(file: string): { category: string | undefined; questions: GiftQuestion[] } {
  const lines = file.split("\n").map((line) => (line.trimStart().startsWith("//") ? " " : line));
  const entries = lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const [first = ""] = entries;
  const [, category] = /^\$CATEGORY:(.*)$/.exec(first) ?? [];
  return {
    category: category?.trim(),
    questions: entries.slice(category === undefined ? 0 : 1).map(readQuestion),
  };
}

function readQuestion(entry: string): GiftQuestion {
  let at = 0;

  const fail = (wanted: string): never => {
    throw new Error(`Expected ${wanted} at ${entry.slice(at, at + 60)}`);
  };
  const has = (mark: string): boolean => entry.startsWith(mark, at);
  function take(mark: string): void {
    if (!has(mark)) fail(mark);
    at += mark.length;
  }
  function match(pattern: RegExp, wanted: string): string {
    pattern.lastIndex = at;
    const [found] = pattern.exec(entry) ?? [fail(wanted)];
    at += found.length;
    return found;
  }
  const skipSpace = (): string => match(/\s*/y, "space");

  /** Text up to one of these marks, with its escapes undone. */
  function text(...ends: readonly string[]): string {
    let read = "";
    while (!ends.some(has)) {
      const letter = entry[at++] ?? fail(ends.join(" or "));
      if (letter === "\\") {
        const escape = entry[at++] ?? "";
        if (!`${SPECIAL}:\\n`.includes(escape)) fail("an escape");
        read += escape === "n" ? "\n" : escape;
      } else if (SPECIAL.includes(letter)) {
        at--;
        fail(`no bare ${letter}`);
      } else {
        read += letter;
      }
    }
    return read.trim();
  }

  function answer(): GiftAnswer {
    take("=");
    const percent = has("%") ? Number(match(/%-?\d+(?:\.\d+)?%/y, "a weight").slice(1, -1)) : 100;
    const value = Number(match(NUMBER, "a number"));
    let tolerance = 0;
    if (has(":")) {
      take(":");
      tolerance = Number(match(NUMBER, "a tolerance"));
    }
    skipSpace();
    if (!has("#") || has("####")) return { percent, value, tolerance, feedback: "" };
    take("#");
    return { percent, value, tolerance, feedback: text("=", "####", "}") };
  }

  take("::");
  const title = text("::");
  take("::");
  const format = has("[") ? match(/\[(?:html|moodle|plain|markdown)\]/y, "a format").slice(1, -1) : "moodle";
  const question = text("{");
  take("{");
  take("#");
  skipSpace();
  const answers: GiftAnswer[] = [];
  while (has("=")) {
    answers.push(answer());
    skipSpace();
  }
  if (answers.length === 0) fail("an answer");
  let generalFeedback = "";
  if (has("####")) {
    take("####");
    generalFeedback = text("}");
  }
  take("}");
  if (at !== entry.length) fail("the end of the question");
  return { title, format, text: question, answers, generalFeedback };
}
