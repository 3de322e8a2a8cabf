import { memo, useMemo } from "react";
import type { Place } from "./polygon.ts";
import type { DataPoint } from "./points.ts";
import type { Sheet } from "./sheet.ts";
import { mark } from "../../ui/plot/marks.ts";
import * as styles from "./Drawing.module.css";

/** A position in a picture, in pixels. */
export type Pixel = readonly [x: number, y: number];

/** Where a picture puts the places of a sheet and the points, which needn't be on it. */
interface Drawn {
  readonly place: (place: Place) => Pixel;
  readonly point: (x: readonly number[], place: Place) => Pixel;
}

interface DrawingProps {
  sheet: Sheet;
  points: readonly DataPoint[];
  drawn: Drawn;
  /** The layer whose hinges are drawn in ink, with those before it. */
  layer: number;
  /** The outline of the selected region, and of the region under the pointer. */
  selected: readonly Place[] | undefined;
  lit: readonly Place[] | undefined;
  chosen: { readonly x: readonly number[]; readonly place: Place; readonly probe: boolean };
  radius: number;
}

/** The sheet with its regions, grid, hinges, cut and points. */
export function Drawing({ sheet, points, drawn, layer, selected, lit, chosen, radius }: DrawingProps) {
  const path = (places: readonly Place[]): string =>
    `M${places
      .map((place) => {
        const [left, top] = drawn.place(place);
        return `${tenths(left)} ${tenths(top)}`;
      })
      .join("L")}`;
  const hinges = (isShown: (layer: number) => boolean): string =>
    sheet.hinges
      .filter((hinge) => isShown(hinge.layer))
      .map(({ places }) => path(places))
      .join("");
  const [x, y] = drawn.point(chosen.x, chosen.place);
  return (
    <>
      {/* One by one: where the folded sheet lies on itself, it is darker. */}
      {sheet.parts.map(({ region, positive, polygon }) => (
        <path
          key={`${region} ${positive}`}
          d={closed(path(polygon), polygon)}
          className={positive ? styles.positive : styles.negative}
        />
      ))}
      <path d={sheet.grid[0].map(path).join("")} className={styles.grid} />
      <path d={sheet.grid[1].map(path).join("")} className={styles.gridUp} />
      <path d={hinges((l) => l > layer)} className={styles.hairline} />
      <path d={hinges((l) => l > 1 && l <= layer)} className={styles.bent} />
      <path d={hinges((l) => l === 1 && l <= layer)} className={styles.hinge} />
      {lit !== undefined && <path d={closed(path(lit), lit)} className={styles.lit} />}
      <path d={sheet.cut.map(path).join("")} className={styles.cut} />
      {selected !== undefined && (
        <>
          <path d={closed(path(selected), selected)} className={styles.casing} />
          <path d={closed(path(selected), selected)} className={styles.selected} />
        </>
      )}
      <Points points={points} at={drawn.point} radius={radius} />
      <circle cx={x} cy={y} r={radius + 4.5} className={styles.ringCasing} />
      <circle
        cx={x}
        cy={y}
        r={radius + 4.5}
        className={styles.ring}
        strokeDasharray={chosen.probe ? "3 2.5" : undefined}
      />
      {chosen.probe && <circle cx={x} cy={y} r={1.5} className={styles.dot} />}
    </>
  );
}

interface PointsProps {
  points: readonly DataPoint[];
  at: Drawn["point"];
  radius: number;
}

/** The points. In the square they stay where they are when the network changes. */
const Points = memo(({ points, at, radius }: PointsProps) => {
  const groups = useMemo(() => groupsOf(points), [points]);
  return (
    <>
      {groups.map(([{ label, heldOut, far }, members]) => (
        <path
          key={`${far} ${label} ${heldOut}`}
          d={members.map((point) => mark(label ?? 1, ...at(point.x, point.place), radius)).join("")}
          opacity={1 - 0.26 * far}
          className={(heldOut ? hollows : fills)[label ?? 4]}
        />
      ))}
    </>
  );
});

/** To a tenth of a pixel. It is several times as fast as toFixed, and a drag draws thousands of them. */
const tenths = (pixels: number): number => Math.round(10 * pixels) / 10;

/** Along one axis there is nothing to close. */
const closed = (path: string, polygon: readonly Place[]): string =>
  polygon[0]!.length === 1 ? path : `${path}z`;

const fills = [styles.class0, styles.class1, styles.class2, styles.class3, styles.value];
const hollows = [styles.hollow0, styles.hollow1, styles.hollow2, styles.hollow3, styles.hollowValue];

/** Points that are drawn alike, each group with one of them; those far from the section first. */
function groupsOf(points: readonly DataPoint[]): (readonly [DataPoint, readonly DataPoint[]])[] {
  const groups = new Map<string, [DataPoint, DataPoint[]]>();
  for (const point of points.toSorted((a, b) => b.far - a.far)) {
    const key = `${point.far} ${point.label} ${point.heldOut}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point, [point]]);
    else group[1].push(point);
  }
  return [...groups.values()];
}
