/** On the faces of the last hidden layer: each neuron's number, to switch it off, and its line while lines are shown. */
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { switchOff } from "../../store/selection/ablation.ts";
import { linesOf } from "../../store/selection/lines.ts";
import { showsLines } from "../../store/selection/showsLines.ts";
import { useApp } from "../../store/store.ts";
import { lineWithTicks } from "../../ui/plot/sides.ts";
import { messages } from "#text/network";
import type { Geometry } from "./geometry.ts";
import * as styles from "./Graph.module.css";

export function NeuronTags({ geometry }: { geometry: Geometry }) {
  const layer = geometry.columns.length - 2;
  const nodes = geometry.columns[layer]!;
  const off = useApp((state) => state.off);
  const shown = useApp(showsLines);
  const map = useApp(({ look }) => look.face === "map");
  const found = useThrottled((state) => (showsLines(state) ? linesOf(state) : undefined), MANY_NUMBERS);
  return nodes.map(({ unit, x, y, width, height }) => {
    const line = shown && map ? found?.lines.find((one) => one.unit === unit + 1) : undefined;
    const isOff = off?.layer === layer && off.unit === unit + 1;
    return (
      <div key={unit}>
        {line !== undefined && !isOff && (
          <svg
            className={styles.faceLine}
            style={{ left: x - width / 2, top: y - height / 2 }}
            width={width}
            height={height}
            aria-hidden="true"
          >
            <path
              d={
                lineWithTicks(line.field, found!.size, line.sign, {
                  side: width,
                  gap: width / 6,
                  length: width / 16,
                }).d
              }
            />
          </svg>
        )}
        <button
          type="button"
          tabIndex={-1}
          className={styles.tag}
          style={{ left: x - width / 2, top: y - height / 2 }}
          aria-pressed={isOff}
          aria-label={messages.switchOff(unit + 1, layer)}
          title={isOff ? messages.switchOn(unit + 1) : messages.switchOff(unit + 1, layer)}
          onClick={() => void switchOff({ layer, unit: unit + 1 })}
        >
          {unit + 1}
        </button>
      </div>
    );
  });
}
