import { idOf, plainOf, type QuantityId, symbolOf } from "@neural-viz/engine";
import { messages } from "#text/making";
import { setAsked } from "../../store/panels/asking.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ArrowDownIcon, ArrowUpIcon, CloseIcon } from "../../ui/kit/icons.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import * as styles from "./Making.module.css";
import { meantBy } from "./making.ts";

/** What is asked, in order. */
export function Asked({ asked, solving }: { asked: readonly QuantityId[]; solving: boolean }) {
  const swap = (i: number, j: number): void => setAsked(asked.with(i, asked[j]!).with(j, asked[i]!));
  return (
    <ol className={styles.asked} aria-label={messages.asked}>
      {asked.map((id, i) => {
        const meant = idOf(meantBy(id, solving));
        const name = plainOf(meant);
        return (
          <li key={id}>
            <span className={styles.symbol}>
              <Tex tex={symbolOf(meant)} plain={name} />
            </span>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.up(name)}
              disabled={i === 0}
              onClick={() => swap(i, i - 1)}
            >
              <ArrowUpIcon />
            </Button>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.down(name)}
              disabled={i === asked.length - 1}
              onClick={() => swap(i, i + 1)}
            >
              <ArrowDownIcon />
            </Button>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.remove(name)}
              onClick={() => setAsked(asked.toSpliced(i, 1))}
            >
              <CloseIcon />
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
