import { inOwnUnit, type Picture, unitsOf } from "@neural-viz/engine";
import { useApp } from "../../store/store.ts";
import { axisName } from "./axisName.ts";
import * as styles from "./Boundary.module.css";

/** Room for the axes, on the left and below. */
export const LEFT = 32;
export const BOTTOM = 24;

interface AxesProps {
  side: number;
  /** Room around the square, for marks on its border. */
  margin: number;
  picture: Picture;
}

/** The inputs along the axes of a square picture, in the units of the data. */
export function Axes({ side, margin, picture }: AxesProps) {
  const { dataset } = useApp((state) => state.experiment);
  const maps = unitsOf(dataset).inputs;
  // An input in the units of its table, short enough for the margin.
  const tickOf = (share: number, axis: number): string => {
    const [low, high] = picture.domain[axis - 1]!;
    const stored = low + share * (high - low);
    const map = maps?.[axis - 1];
    return String(Number((map === undefined ? stored : inOwnUnit(map, stored)).toPrecision(3))).replace(
      "-",
      "−",
    );
  };
  const [across, up = across] = picture.axes;
  const names = [across, up].map((axis) => axisName(dataset, axis));
  const left = LEFT + margin;
  const bottom = side + 2 * margin;
  const x = (v: number): number => left + v * side;
  const y = (v: number): number => margin + (1 - v) * side;
  return (
    <svg className={styles.axes} width={left + margin + side} height={bottom + BOTTOM} aria-hidden="true">
      {[0, 0.5, 1].map((v) => (
        <g key={v}>
          <path d={`M${Math.round(x(v))} ${bottom}v5M${LEFT} ${Math.round(y(v))}h-5`} />
          <text x={x(v)} y={bottom + 18} textAnchor={v === 0 ? "start" : v === 1 ? "end" : "middle"}>
            {tickOf(v, across)}
          </text>
          <text x={LEFT - 9} y={y(v) + (v === 1 ? 10 : v === 0 ? 0 : 4)} textAnchor="end">
            {tickOf(v, up)}
          </text>
        </g>
      ))}
      <Letter axis={across} x={x(0.75)} y={bottom + 18} anchor="middle" name={names[0]} />
      {names[1] === undefined ? (
        <Letter axis={up} x={LEFT - 9} y={y(0.75) + 4} anchor="end" name={undefined} />
      ) : (
        <text className={styles.axisName} x={left + 6} y={margin + 16}>
          {names[1]}
        </text>
      )}
    </svg>
  );
}

interface LetterProps {
  axis: number;
  x: number;
  y: number;
  anchor: "middle" | "end";
  name: string | undefined;
}

function Letter({ axis, x, y, anchor, name }: LetterProps) {
  if (name !== undefined) {
    return (
      <text x={x} y={y} textAnchor={anchor}>
        {name}
      </text>
    );
  }
  return (
    <text className={styles.letter} x={x} y={y} textAnchor={anchor}>
      x<tspan dy="3">{axis}</tspan>
    </text>
  );
}
