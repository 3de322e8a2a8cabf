/**
 * The mark of each class: a diamond for class 0, a disc for 1, a triangle for 2, a cross for 3. Color alone never tells
 * them apart.
 */

/** Path data of one mark of radius r around (x, y). */
export function mark(label: number, x: number, y: number, r: number): string {
  const at = (a: number, b: number): string => `${(x + a * r).toFixed(1)} ${(y + b * r).toFixed(1)}`;
  switch (label) {
    case 1:
      return `M${at(-1, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 2:
      return `M${at(0, -1.25)}L${at(1.2, 0.85)}L${at(-1.2, 0.85)}z`;
    case 3: {
      const [a, b] = [0.42, 1.2];
      const corners = [
        [-a, -b],
        [a, -b],
        [a, -a],
        [b, -a],
        [b, a],
        [a, a],
        [a, b],
        [-a, b],
        [-a, a],
        [-b, a],
        [-b, -a],
        [-a, -a],
      ] as const;
      return `M${corners.map(([p, q]) => at(p, q)).join("L")}z`;
    }
    default:
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}z`;
  }
}
