import type { Explanation } from "@neural-viz/engine";
import { useState } from "react";
import { linkTo } from "../../store/visit/navigation.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { messages } from "#text/inspector";
import * as styles from "./Inspector.module.css";

/** Copies the number with all its digits, its formula as TeX, or its name. */
export function Copy({ of }: { of: Explanation }) {
  const [said, setSaid] = useState("");
  const copy = async (what: string, text: string): Promise<void> => {
    setSaid((await copied(text)) ? messages.copied(what, text) : messages.cannotCopy(text));
  };
  return (
    <div className={styles.copy}>
      <div className={styles.row}>
        <Button small onClick={() => void copy(messages.number, String(of.value))}>
          {messages.fullPrecision}
        </Button>
        <Button small onClick={() => void copy(messages.formula, of.symbols)}>
          {messages.tex}
        </Button>
        <Button small onClick={() => void copy(messages.name, of.id)}>
          {messages.name}
        </Button>
        <Button small onClick={() => void copy(messages.link, linkTo(of.id))}>
          {messages.link}
        </Button>
      </div>
      <p className={styles.hint}>{said}</p>
    </div>
  );
}
