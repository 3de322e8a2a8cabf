import { features, type Network, type Region } from "@neural-viz/engine";
import * as styles from "./ActiveNetwork.module.css";

/** The side of a neuron, and the distances between layers and between neurons, in pixels. */
const SIDE = 20;
const ACROSS = 64;
const DOWN = 24;
const MARGIN = 2;

interface ActiveNetworkProps {
  network: Network;
  params: Float64Array;
  /** Which hidden neurons are on. */
  active: Region["active"];
}

/**
 * The network with the neurons that are on, and the weights between them: solid if positive, dashed if negative. The rest
 * is faint. The text beside it says the same.
 */
export function ActiveNetwork({ network, params, active }: ActiveNetworkProps) {
  const { layers } = network;
  const columns = [network.features.length, ...layers.map(({ fanOut }) => fanOut)];
  const rows = Math.max(...columns);
  const [width, height] = [(columns.length - 1) * ACROSS + SIDE, (rows - 1) * DOWN + SIDE];
  const x = (column: number): number => column * ACROSS + SIDE / 2;
  const y = (column: number, unit: number): number => height / 2 + (unit - (columns[column]! - 1) / 2) * DOWN;
  const isOn = (column: number, unit: number): boolean => active[column - 1]?.[unit] ?? true;
  const edges = layers.flatMap(({ weight, fanIn, fanOut }, l) =>
    Array.from({ length: fanIn * fanOut }, (_, i) => {
      const [to, from] = [Math.floor(i / fanIn), i % fanIn];
      const line = `M${x(l) + SIDE / 2} ${y(l, from)}L${x(l + 1) - SIDE / 2} ${y(l + 1, to)}`;
      return { line, value: params[weight + i]!, lit: isOn(l, from) && isOn(l + 1, to) };
    }),
  );
  const drawn = (isDrawn: (edge: (typeof edges)[number]) => boolean): string =>
    edges
      .filter(isDrawn)
      .map(({ line }) => line)
      .join("");
  return (
    <svg
      className={styles.network}
      viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
      width={width + 2 * MARGIN}
      height={height + 2 * MARGIN}
      aria-hidden="true"
    >
      <path d={drawn(({ lit }) => !lit)} className={styles.faint} />
      <path d={drawn(({ lit, value }) => lit && value >= 0)} className={styles.positive} />
      <path d={drawn(({ lit, value }) => lit && value < 0)} className={styles.negative} />
      {columns.map((count, column) =>
        Array.from({ length: count }, (_, unit) => (
          <g
            // A neuron has no id but its place.
            // eslint-disable-next-line react/no-array-index-key
            key={`${column} ${unit}`}
            transform={`translate(${x(column)} ${y(column, unit)})`}
            className={classOf(column, columns.length, isOn(column, unit))}
          >
            <rect x={-SIDE / 2} y={-SIDE / 2} width={SIDE} height={SIDE} rx="4" />
            <text y="4" textAnchor="middle">
              {column === 0
                ? features[network.features[unit]!].plain
                : column < columns.length - 1
                  ? unit + 1
                  : "z"}
              {column === columns.length - 1 && count > 1 && <tspan dy="3">{unit + 1}</tspan>}
            </text>
          </g>
        )),
      )}
    </svg>
  );
}

function classOf(column: number, columns: number, on: boolean): string | undefined {
  if (column === 0 || column === columns - 1) return styles.end;
  return on ? styles.on : styles.off;
}
