import type { Explanation } from "@neural-viz/engine";
import { useState } from "react";
import { linkTo } from "../../store/actions.ts";
import { Button } from "../kit/Button.tsx";
import { words } from "../../words/inspector.ts";
import * as styles from "./Inspector.module.css";

/** The number with all its digits, its formula as TeX, its name. */
export function Copy({ of }: { of: Explanation }) {
  const [said, setSaid] = useState("");
  const copy = (what: string, text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied(what, text)),
      () => setSaid(words.cannotCopy(text)),
    );
  };
  return (
    <div className={styles.copy}>
      <div className={styles.row}>
        <Button small onClick={() => copy(words.number, String(of.value))}>
          {words.fullPrecision}
        </Button>
        <Button small onClick={() => copy(words.formula, of.symbols)}>
          {words.tex}
        </Button>
        <Button small onClick={() => copy(words.name, of.id)}>
          {words.name}
        </Button>
        <Button small onClick={() => copy(words.link, linkTo(of.id))}>
          {words.link}
        </Button>
      </div>
      <p className={styles.hint}>{said}</p>
    </div>
  );
}
