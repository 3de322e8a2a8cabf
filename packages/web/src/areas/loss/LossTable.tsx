import { ids } from "@neural-viz/engine";
import { partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Popover } from "../../ui/kit/Popover.tsx";
import { TableIcon } from "../../ui/kit/icons.tsx";
import { reading } from "../../ui/quantity/reading.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/loss";
import * as styles from "./Table.module.css";
import { capital, count } from "../../ui/kit/text.ts";
import { unitOf } from "../../ui/quantity/status.ts";

/** A table of more epochs than this is of no use. */
const ROWS = 60;

/** The loss as numbers. */
export function LossTable() {
  return (
    <Popover
      button={{
        look: "quiet",
        small: true,
        icon: true,
        "aria-label": messages.showLossAsTable,
        children: <TableIcon />,
      }}
    >
      <Rows />
    </Popover>
  );
}

function Rows() {
  const t = useThrottled(({ snapshot }) => snapshot.last, 1000);
  const { history, test } = useApp((state) => state.record);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const step = Math.max(1, Math.ceil(t / ROWS));
  const epochs = Array.from({ length: Math.floor(t / step) + 1 }, (_, i) => i * step);
  if (epochs.at(-1) !== t) epochs.push(t);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={messages.lossAsTable}>
      <table className={styles.table}>
        <caption>{step === 1 ? messages.every(unit) : messages.everyNth(step, unit)}</caption>
        <thead>
          <tr>
            <th scope="col">{capital(messages.units[unit])}</th>
            <th scope="col">{messages.loss}</th>
            {test.length > 0 && <th scope="col">{messages.testLoss}</th>}
          </tr>
        </thead>
        <tbody>
          {epochs.map((epoch) => (
            <tr key={epoch}>
              <td>{count(epoch)}</td>
              <td>
                <Quantity id={ids.L.of(epoch)}>{reading(history.at(epoch))}</Quantity>
              </td>
              {test.length > 0 && (
                <td>
                  <Quantity id={ids.Ltest.of(epoch)}>{reading(test.at(epoch))}</Quantity>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
