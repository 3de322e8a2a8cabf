/** The data's own units: what the numbers that a network sees stand for. */

/** From a stored number to its own unit: offset + scale · stored. */
export interface AxisMap {
  readonly offset: number;
  readonly scale: number;
}

/** The form of files of earlier versions: one scale for both inputs. */
export interface UnitMap {
  readonly scale: number;
  readonly x1: number;
  readonly x2: number;
}

/** One map for each input, from either form. */
export function axisMaps(map: UnitMap | readonly AxisMap[]): readonly AxisMap[] {
  return "scale" in map
    ? [
        { offset: map.x1, scale: map.scale },
        { offset: map.x2, scale: map.scale },
      ]
    : map;
}

/** A stored number in its own unit. */
export const inOwnUnit = ({ offset, scale }: AxisMap, stored: number): number => offset + scale * stored;

/** The same number as text, without the last digits, which rescaling rounded. */
export const ownUnitText = (map: AxisMap, stored: number): string =>
  String(Number(inOwnUnit(map, stored).toPrecision(12)));
