import { format, inOwnUnit, unitsOf } from "@neural-viz/engine";
import { useApp } from "../../../store/store.ts";
import { level, upright } from "../../../ui/plot/line.ts";
import { roundNumbers } from "../../../ui/plot/levels.ts";
import { axisName } from "../axisName.ts";
import type { CurvePlane } from "./plane.ts";
import * as styles from "../Boundary.module.css";

/** The axes of the picture with one input, in the units of the data. */
export function CurveAxes({ plane, probabilities }: { plane: CurvePlane; probabilities: boolean }) {
  const { dataset } = useApp((state) => state.experiment);
  const units = unitsOf(dataset);
  const own = (value: number, map: Parameters<typeof inOwnUnit>[0] | undefined): string =>
    text(map === undefined ? value : inOwnUnit(map, value));
  const { x, y, top, bottom, left, right } = plane;
  const [low, high] = x.domain;
  const across = [low, (low + high) / 2, high];
  const up = probabilities ? [0, 0.5, 1] : roundNumbers(y.domain[0], y.domain[1], 5);
  const name = axisName(dataset, 1);
  return (
    <g className={styles.curveAxes}>
      <path d={upright(left, plane) + level(bottom, plane)} />
      <path className={styles.zeroLine} d={level(y(probabilities ? 0.5 : 0), plane)} />
      {up
        .filter((value) => probabilities || y(value) > top + 22)
        .map((value) => (
          <g key={value}>
            <path d={`M${left} ${Math.round(y(value))}h-4`} />
            <text x={left - 7} y={y(value) + 4} textAnchor="end">
              {probabilities ? text(value) : own(value, units.targets?.[0])}
            </text>
          </g>
        ))}
      {across.map((value, i) => (
        <g key={value}>
          <path d={`M${Math.round(x(value))} ${bottom}v4`} />
          <text x={x(value)} y={bottom + 17} textAnchor={i === 0 ? "start" : i === 2 ? "end" : "middle"}>
            {own(value, units.inputs?.[0])}
          </text>
        </g>
      ))}
      <text
        className={name === undefined ? styles.letter : undefined}
        x={(x(across[1]!) + right) / 2}
        y={bottom + 17}
        textAnchor="middle"
      >
        {name ?? "x"}
      </text>
      {!probabilities && (
        <text className={styles.letter} x={left - 8} y={top + 12} textAnchor="end">
          y
        </text>
      )}
    </g>
  );
}

const text = (value: number): string => {
  const short = String(Number(value.toPrecision(3))).replace("-", "−");
  return short.length > 6 ? format(value) : short;
};
