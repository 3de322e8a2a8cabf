import type { Explanation } from "@neural-viz/engine";
import { useState } from "react";
import { linkTo } from "../../store/actions.ts";
import { Button } from "../kit/Button.tsx";
import * as styles from "./Inspector.module.css";

/** The number with all its digits, its formula as TeX, its name. */
export function Copy({ of }: { of: Explanation }) {
  const [said, setSaid] = useState("");
  const copy = (what: string, text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(`${what} copied: ${text}`),
      () => setSaid(`The browser does not let this page copy. Here it is: ${text}`),
    );
  };
  return (
    <div className={styles.copy}>
      <div className={styles.row}>
        <Button small onClick={() => copy("Number", String(of.value))}>
          Full precision
        </Button>
        <Button small onClick={() => copy("Formula", of.symbols)}>
          TeX
        </Button>
        <Button small onClick={() => copy("Name", of.id)}>
          Name
        </Button>
        <Button small onClick={() => copy("Link", linkTo(of.id))}>
          Link
        </Button>
      </div>
      <p className={styles.hint}>{said}</p>
    </div>
  );
}
