import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import { createLowlight } from "lowlight";
import { type ReactNode, useMemo } from "react";
import * as styles from "./Export.module.css";

const lowlight = createLowlight({ json, python, typescript });

/** A part of highlighted code: text, or an element with the classes of its kind. */
type Part = ReturnType<typeof lowlight.highlight>["children"][number];

interface CodeProps {
  text: string;
  /** The language by file extension. Other files are shown as they are. */
  language: "py" | "ts" | "json" | "ipynb" | undefined;
}

const languages = { py: "python", ts: "typescript", json: "json", ipynb: "json" } as const;

/** Code with highlighted keywords, strings, numbers and comments. */
export function Code({ text, language }: CodeProps) {
  const parts = useMemo(
    () => (language === undefined ? undefined : lowlight.highlight(languages[language], text).children),
    [text, language],
  );
  return <code className={styles.text}>{parts === undefined ? text : parts.map(drawn)}</code>;
}

/** A part as an element. No HTML is made from text. */
function drawn(part: Part, index: number): ReactNode {
  if (part.type === "text") return part.value;
  if (part.type !== "element") return null;
  const [kind] = Array.isArray(part.properties["className"]) ? part.properties["className"] : [];
  return (
    <span key={index} data-kind={typeof kind === "string" ? kind.replace("hljs-", "") : undefined}>
      {part.children.map((child, i) => drawn(child, i))}
    </span>
  );
}
