/** The ids of a trail when the epoch shown moves: what was one update earlier is so from there too. */
export function moved(trail: readonly string[], by: number): readonly string[] {
  if (by === 0 || trail.length === 0) return trail;
  return trail.map((id) => id.replace(/@(\d+)$/, (_, t: string) => `@${Math.max(0, Number(t) + by)}`));
}
