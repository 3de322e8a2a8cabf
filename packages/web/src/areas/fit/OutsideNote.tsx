import { domainOf } from "@neural-viz/engine";
import { dataOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/plot";
import * as styles from "./OutsideNote.module.css";
import { countOutside } from "../../ui/plot/square.ts";

/** Says how many points are outside the square; nothing if there are none. */
export function OutsideNote() {
  const samples = useApp(dataOf);
  const { dataset } = useApp(({ experiment }) => experiment);
  const outside = countOutside(samples.inputs, domainOf(dataset));
  return outside > 0 && <p className={styles.note}>{messages.outside(outside, samples.count)}</p>;
}
