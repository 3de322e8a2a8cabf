import type { Explanation } from "@neural-viz/engine";
import { useState } from "react";
import { linkTo } from "../../store/visit/places.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { words } from "#text/inspector";
import * as styles from "./Inspector.module.css";

/** The number with all its digits, its formula as TeX, its name. */
export function Copy({ of }: { of: Explanation }) {
  const [said, setSaid] = useState("");
  const copy = async (what: string, text: string): Promise<void> => {
    setSaid((await copied(text)) ? words.copied(what, text) : words.cannotCopy(text));
  };
  return (
    <div className={styles.copy}>
      <div className={styles.row}>
        <Button small onClick={() => void copy(words.number, String(of.value))}>
          {words.fullPrecision}
        </Button>
        <Button small onClick={() => void copy(words.formula, of.symbols)}>
          {words.tex}
        </Button>
        <Button small onClick={() => void copy(words.name, of.id)}>
          {words.name}
        </Button>
        <Button small onClick={() => void copy(words.link, linkTo(of.id))}>
          {words.link}
        </Button>
      </div>
      <p className={styles.hint}>{said}</p>
    </div>
  );
}
