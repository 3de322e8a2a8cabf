import { groupsOf, idOf, networkOf, plainOf, type QuantityId, symbolOf } from "@neural-viz/engine";
import { useState } from "react";
import { messages as page } from "#text/exercise";
import { messages } from "#text/making";
import { setAsked } from "../../store/panels/asking.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import * as styles from "./Making.module.css";
import { askedBy, meantBy, type Shown } from "./making.ts";

interface PickProps {
  shown: Shown;
  asked: readonly QuantityId[];
  solving: boolean;
}

/** Every number of one update, to pick from: for a keyboard, a finger, and windows too small for the network beside the tool. */
export function Pick(props: PickProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.pick} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{messages.pick}</summary>
      {open && <Groups {...props} />}
    </details>
  );
}

function Groups({ shown, asked, solving }: PickProps) {
  const network = networkOf(shown.experiment);
  const whole = askedBy(shown, ["forward", "loss", "backward", "update"]);
  const toggle = (id: QuantityId): void =>
    setAsked(asked.includes(id) ? asked.filter((one) => one !== id) : [...asked, id]);
  return groupsOf({ ask: whole }, network).map(({ what, layer = 0, ids }) => {
    const title =
      solving && what === "update"
        ? messages.weights(layer, network.layers.length)
        : page.groupOf[what](layer, network.layers.length);
    return (
      <section key={title} aria-label={title}>
        <h3>{title}</h3>
        <div className={styles.chips}>
          {ids.map((id) => {
            const meant = idOf(meantBy(id, solving));
            return (
              <button
                key={id}
                type="button"
                className={styles.chip}
                aria-pressed={asked.includes(id)}
                onClick={() => toggle(id)}
              >
                <Tex tex={symbolOf(meant)} plain={plainOf(meant)} />
              </button>
            );
          })}
        </div>
      </section>
    );
  });
}
