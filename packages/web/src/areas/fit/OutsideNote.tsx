import { dataOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/plot";
import * as styles from "./OutsideNote.module.css";
import { countOutside } from "../../ui/plot/square.ts";

/** Says how many points a picture of the square leaves out; nothing when it shows them all. */
export function OutsideNote() {
  const samples = useApp(dataOf);
  const outside = countOutside(samples);
  return outside > 0 && <p className={styles.note}>{messages.outside(outside, samples.count)}</p>;
}
