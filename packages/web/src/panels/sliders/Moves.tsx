import { format } from "@neural-viz/engine";
import { areaWithin } from "../../ui/plot/area.ts";
import { Frame } from "../../ui/plot/Frame.tsx";
import { level, lineThrough } from "../../ui/plot/line.ts";
import { scaleOf } from "../../ui/plot/scale.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

const MARGINS = { left: 4, right: 6, top: 6, bottom: 6 };

interface MovesProps {
  /** At the start and after each change. */
  losses: readonly number[];
  name: string;
  /** What training reached. */
  target: number | undefined;
}

/** The loss after each change, and as a dashed line what training reached. */
export function Moves({ losses, name, target }: MovesProps) {
  const drawn = losses.filter(Number.isFinite);
  const lowest = drawn.reduce((low, loss) => Math.min(low, loss), Infinity);
  const low = Math.min(lowest, target ?? lowest);
  const now = losses.at(-1)!;
  return (
    <Frame className={styles.moves}>
      {(size) => {
        const area = areaWithin(size, MARGINS);
        const x = scaleOf("linear", [0, losses.length - 1], [area.left, area.right]);
        const y = scaleOf(
          "linear",
          [low, drawn.reduce((high, loss) => Math.max(high, loss), low)],
          [area.bottom, area.top],
        );
        return (
          <svg
            {...size}
            role="img"
            aria-label={messages.lossOverMoves(
              name,
              losses.length - 1,
              format(losses[0]!),
              format(lowest),
              format(now),
            )}
          >
            <path className={styles.began} d={level(y(losses[0]!), area)} />
            {target !== undefined && <path className={styles.toBeat} d={level(y(target), area)} />}
            <path className={styles.curve} d={lineThrough(losses.map((loss, i) => [x(i), y(loss)]))} />
            {Number.isFinite(now) && (
              <circle className={styles.now} cx={x(losses.length - 1)} cy={y(now)} r="3" />
            )}
          </svg>
        );
      }}
    </Frame>
  );
}
