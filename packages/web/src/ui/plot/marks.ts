/** The mark of each class: a disc for class 1, a diamond for class 0. Color alone never tells them apart. */

/** Path data of one mark of radius r around (x, y). */
export function mark(label: number, x: number, y: number, r: number): string {
  if (label === 1)
    return `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  const d = (1.3 * r).toFixed(1);
  return `M${x.toFixed(1)} ${(y - 1.3 * r).toFixed(1)}l${d} ${d}l-${d} ${d}l-${d} -${d}z`;
}
