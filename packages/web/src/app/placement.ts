/** The three areas of results. */
export type AreaName = "network" | "boundary" | "loss";

/** Where an area stands: in a column of its own name, or on a phone in one of three places of different size. */
export type Placement = AreaName | "thumb" | "wide" | "large";

const small = { boundary: "thumb", loss: "wide", network: "large" } as const;

/** On a phone, the area that was enlarged and the network have changed places. */
export function phonePlacement(name: AreaName, enlarged: AreaName): "thumb" | "wide" | "large" {
  if (name === enlarged) return "large";
  return small[name === "network" ? enlarged : name];
}

/** While the inspector is open, boundary and loss share one row above it. */
export function inspectorPlacement(name: AreaName): Placement {
  return name === "network" ? name : small[name];
}

/** Reading order: as the areas stand on the screen, from top left. */
export function readingOrder(placements: Record<AreaName, Placement>): AreaName[] {
  const rank: readonly Placement[] = ["network", "thumb", "wide", "large", "boundary", "loss"];
  const names: AreaName[] = ["network", "boundary", "loss"];
  return names.toSorted((a, b) => rank.indexOf(placements[a]) - rank.indexOf(placements[b]));
}
