/** Custom points: draw them on the left, read them from a table on the right. */
import { useLocked } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/own";
import { surfaceOf } from "./samples.ts";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { Drawing } from "./Drawing.tsx";
import * as styles from "./Own.module.css";
import { Reading } from "./Reading.tsx";

export function View() {
  const locked = useLocked("data");
  const surface = useApp(surfaceOf);
  if (locked) {
    return (
      <div className={styles.body}>
        <LockedNote />
      </div>
    );
  }
  return (
    <div className={styles.body}>
      {surface === undefined ? (
        <p className={styles.hint}>{messages.noDrawing}</p>
      ) : (
        <Drawing key={surface} surface={surface} />
      )}
      <Reading />
    </div>
  );
}
