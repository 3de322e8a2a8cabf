import { format, type Network } from "@neural-viz/engine";
import { Tex } from "../../ui/kit/Tex.tsx";
import { type Path, pathsOf } from "./paths.ts";
import { messages } from "#text/fold";
import * as styles from "./Paths.module.css";

/** The most paths with a bar of their own. */
const MOST = 8;
const WIDTH = 200;
const BAR = 5;
const GAP = 1;

interface PathsProps {
  network: Network;
  params: Float64Array;
  /** The activations of every layer at the selected point. */
  a: readonly ArrayLike<number>[];
  /** How many raw inputs there are. */
  inputs: number;
  output: number;
}

/** How each collapsed weight adds up, path by path: a bar for each path on which every neuron is on. */
export function Paths({ network, params, a, inputs, output }: PathsProps) {
  return (
    <div className={styles.paths}>
      {Array.from({ length: inputs }, (_, k) => {
        const { open, all } = pathsOf(network, params, a, k, output);
        const index = inputs === 1 ? "" : String(k + 1);
        const total = open.reduce((sum, { value }) => sum + value, 0);
        return (
          <div key={k} className={styles.row}>
            <span className={styles.title}>
              <Tex tex={index === "" ? "w" : `w_${index}`} plain={`w${index}`} />
              {messages.pathByPath}
            </span>
            <Bars open={open} />
            <span className={styles.open}>
              {messages.openPaths(open.length, all)}
              {open.length > 1 && (
                <>
                  {" "}
                  {messages.largest} <Way path={open[0]!} index={index} />
                </>
              )}
              <span className="vh">{messages.pathsAddUp(format(total))}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** A path in plain characters: the input, the number of each neuron, z, and its value. */
function Way({ path: { units, value }, index }: { path: Path; index: string }) {
  return (
    <span className={styles.way}>
      <Tex tex={index === "" ? "x" : `x_${index}`} plain={`x${index}`} />
      {units.map((unit, l) => (
        // A layer has no id but its index.
        // eslint-disable-next-line react/no-array-index-key
        <span key={l}>
          <span aria-hidden="true"> → </span>
          <b>{unit + 1}</b>
        </span>
      ))}
      <span aria-hidden="true"> → </span>
      <Tex tex="z" plain="z" /> <span className={styles.value}>{format(value)}</span>
    </span>
  );
}

/** The running total from 0 to the weight: one bar for each of the largest paths, and one for the rest. */
function Bars({ open }: { open: readonly Path[] }) {
  const parts =
    open.length <= MOST
      ? open.map(({ value }) => value)
      : [
          ...open.slice(0, MOST - 1).map(({ value }) => value),
          open.slice(MOST - 1).reduce((sum, { value }) => sum + value, 0),
        ];
  const totals = [0];
  for (const value of parts) totals.push(totals.at(-1)! + value);
  const [low, high] = [Math.min(...totals), Math.max(...totals)];
  const x = (value: number): number =>
    high === low ? WIDTH / 2 : 1 + ((value - low) / (high - low)) * (WIDTH - 2);
  const height = Math.max(1, parts.length) * (BAR + GAP);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      aria-hidden="true"
    >
      <path d={`M${x(0).toFixed(1)} 0V${height}`} className={styles.zero} />
      {parts.map((value, i) => {
        const [from, to] = [x(totals[i]!), x(totals[i + 1]!)];
        return (
          <rect
            // The bars stand in the order of their size.
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            x={Math.min(from, to)}
            y={i * (BAR + GAP)}
            width={Math.max(0.5, Math.abs(to - from))}
            height={BAR}
            className={value < 0 ? styles.negative : styles.positive}
          />
        );
      })}
      <path d={`M${x(totals.at(-1)!).toFixed(1)} 0V${height}`} className={styles.total} />
    </svg>
  );
}
