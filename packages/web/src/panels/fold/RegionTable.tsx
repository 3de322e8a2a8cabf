import { format, sizeOf } from "@neural-viz/engine";
import { type KeyboardEvent, memo } from "react";
import { select } from "../../store/selection/choose.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { patternText } from "./pattern.ts";
import { inputsAt } from "./place.ts";
import { middleOf } from "./polygon.ts";
import { type Fold, useCounts } from "./useFold.ts";
import { messages } from "#text/fold";
import * as styles from "./RegionTable.module.css";

interface RegionTableProps {
  fold: Fold;
  output: number;
  onHover: (region: number | undefined) => void;
}

/** The regions from the largest to the smallest. A press selects the middle of one, and arrow keys move in the list. */
export const RegionTable = memo(({ fold, output, onHover }: RegionTableProps) => {
  const counts = useCounts(fold);
  const { regions, section, selected } = fold;
  const index = useApp(({ selection }) => selection.index);
  const whole = regions.reduce((sum, region) => sum + sizeOf(region), 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {messages.columns(section.axes.length).map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {regions.map((region, i) => (
            <tr
              key={patternText(region.active)}
              data-chosen={i === selected || undefined}
              onPointerEnter={() => onHover(i)}
              onPointerLeave={() => onHover(undefined)}
            >
              <td>
                <Button
                  small
                  look="quiet"
                  aria-label={messages.regionOf(i + 1, regions.length)}
                  aria-pressed={i === selected}
                  onFocus={() => onHover(i)}
                  onBlur={() => onHover(undefined)}
                  onClick={() =>
                    select({ kind: "probe", index, x: inputsAt(section, middleOf(region.polygon)) })
                  }
                >
                  {i + 1}
                </Button>
              </td>
              <td>{messages.share(sizeOf(region) / whole)}</td>
              <td>{patternText(region.active)}</td>
              <td>{mapText(region.maps.at(-1)!, output)}</td>
              <td>{counts[i]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** Arrow keys lead to the button of the row above or below. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = {
    ArrowDown: buttons[at + 1],
    ArrowUp: buttons[at - 1],
    Home: buttons[0],
    End: buttons.at(-1),
  }[event.key];
  if (next === undefined || at === -1) return;
  event.preventDefault();
  next.focus();
}

/** b + w₁x₁ + w₂x₂ with numbers. */
function mapText({ weight, bias }: Fold["regions"][number]["maps"][number], output: number): string {
  const row = weight[output]!;
  const terms = Array.from(row, (w, k) => {
    const name = row.length === 1 ? "x" : `x${"₁₂₃₄"[k]}`;
    return ` ${w < 0 ? "−" : "+"} ${format(Math.abs(w))} ${name}`;
  });
  return `${format(bias[output]!)}${terms.join("")}`;
}
