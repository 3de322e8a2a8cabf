import { useMemo } from "react";
import { AxisBelow, AxisLeft } from "../../ui/plot/Axis.tsx";
import type { Size } from "../../ui/kit/useSize.ts";
import { scaleOf, type Interval } from "../../ui/plot/scale.ts";
import { Drawing, type Pixel } from "./Drawing.tsx";
import type { Folding } from "./fold.ts";
import { foldedBy } from "./folded.ts";
import { sharesOf } from "./place.ts";
import { between, type Place } from "./polygon.ts";
import { tickText } from "./tickText.ts";
import type { Fold } from "./useFold.ts";
import * as styles from "./Drawing.module.css";

const MARGIN = { left: 44, right: 16, top: 14, bottom: 24 };
/** Ticks along an axis. */
const TICKS = 6;

/** What the axes of a view are called. The direction edge-on has no numbers of its own. */
export interface Names {
  readonly across: string | undefined;
  readonly up: string | undefined;
  /** The label of z = 0, where up is z. */
  readonly cut: string | undefined;
}

interface FoldedViewProps extends Size {
  fold: Fold;
  folding: Folding;
  names: Names;
  layer: number;
  /** 0 is the square, 1 is folded. */
  share: number;
  hovered: number | undefined;
  title: string;
}

/** The sheet after a layer, or on its way there from the square. */
export function FoldedView(props: FoldedViewProps) {
  const { width, height, fold, folding, names, layer, share, hovered, title } = props;
  const { section, sheet, points, regions, chosen } = fold;
  const folded = useMemo(() => foldedBy(folding, section), [folding, section]);
  const [horizontal, vertical] = useMemo(
    () =>
      boundsOf([
        ...verticesOf(fold).map(folded.place),
        ...points.map(({ x }) => folded.point(x)),
        // The cut is always in the picture.
        ...(names.cut === undefined ? [] : [[undefined, 0] as const]),
      ]),
    [fold, folded, points, names.cut],
  );
  const area = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const across = scaleOf("linear", horizontal, [area.left, area.right]);
  const up = scaleOf("linear", vertical, [area.bottom, area.top]);
  const side = Math.min(area.right - area.left, area.bottom - area.top);
  const flat = (at: Place): Pixel => {
    const [x, y] = sharesOf(section, at);
    return [(area.left + area.right - side) / 2 + x * side, area.bottom - y * side];
  };
  const mixed = (at: Place, [x, y]: readonly [number, number]): Pixel => {
    const [left, top] = between(flat(at), [across(x), up(y)], share);
    return [left!, top!];
  };
  const axes = share === 1;
  return (
    <svg
      className={styles.picture}
      data-axes={section.axes.length}
      style={fold.tints}
      width={width}
      height={height}
      role="img"
      aria-label={title}
    >
      {axes && names.cut !== undefined && (
        <path d={`M${area.left} ${up(0)}H${area.right}`} className={styles.zero} />
      )}
      <Drawing
        sheet={sheet}
        points={points}
        drawn={{ place: (at) => mixed(at, folded.place(at)), point: (x, at) => mixed(at, folded.point(x)) }}
        layer={layer}
        selected={regions[fold.selected]?.polygon}
        lit={hovered === undefined ? undefined : regions[hovered]?.polygon}
        chosen={chosen}
        radius={points.length > 400 ? 2.4 : 3.2}
      />
      {axes && (
        <g className={styles.axes}>
          {names.up !== undefined && (
            <>
              <path d={`M${area.left - 3.5} ${area.top}V${area.bottom}`} />
              <AxisLeft ticks={up.ticks(TICKS).major} scale={up} area={area} text={tickText} />
              <text className={styles.name} x={area.left + 6} y={area.top + 2}>
                {names.up}
              </text>
            </>
          )}
          {names.across !== undefined && (
            <>
              <AxisBelow ticks={across.ticks(TICKS).major} scale={across} area={area} text={tickText} />
              <text className={styles.name} x={area.right} y={area.bottom - 4} textAnchor="end">
                {names.across}
              </text>
            </>
          )}
          {names.cut !== undefined && (
            <text className={styles.cutName} x={area.right} y={up(0) - 7} textAnchor="end">
              {names.cut}
            </text>
          )}
        </g>
      )}
    </svg>
  );
}

/** Every vertex of a sheet that bounds it. */
function verticesOf({ sheet, regions }: Fold): readonly Place[] {
  return regions.length === 0 ? sheet.grid.flat(2) : regions.flatMap(({ polygon }) => polygon);
}

/** The least and the largest coordinates. */
function boundsOf(all: readonly (readonly [number | undefined, number])[]): readonly [Interval, Interval] {
  const bounds = (axis: 0 | 1): Interval =>
    all.reduce<Interval>(
      ([low, high], at) => {
        const value = at[axis];
        return value === undefined ? [low, high] : [Math.min(low, value), Math.max(high, value)];
      },
      [Infinity, -Infinity],
    );
  return [bounds(0), bounds(1)];
}
