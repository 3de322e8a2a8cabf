/** The three areas of results. */
export type AreaName = "network" | "boundary" | "loss";

/** The placement of an area: in its own column, or on a phone in one of three sizes. */
export type Placement = AreaName | "thumb" | "wide" | "large";

const small = { boundary: "thumb", loss: "wide", network: "large" } as const;

/** On a phone, the enlarged area and the network have swapped places. */
export function phonePlacement(name: AreaName, enlarged: AreaName): "thumb" | "wide" | "large" {
  if (name === enlarged) return "large";
  return small[name === "network" ? enlarged : name];
}

/** While the inspector is open, boundary and loss share one row above it. */
export function inspectorPlacement(name: AreaName): Placement {
  return name === "network" ? name : small[name];
}

/** Reading order: the order of the areas on the screen, from the top left. */
export function readingOrder(placements: Record<AreaName, Placement>): AreaName[] {
  const rank: readonly Placement[] = ["network", "thumb", "wide", "large", "boundary", "loss"];
  const names: AreaName[] = ["network", "boundary", "loss"];
  return names.toSorted((a, b) => rank.indexOf(placements[a]) - rank.indexOf(placements[b]));
}
