/** Where each tool opens. The rest of it loads later. */

/** Below the network, which stays visible, or instead of it. */
type Placement = "under" | "instead";

export const placements = {
  gradientCheck: "under",
  bugBench: "under",
  chainRule: "under",
  activation: "under",
  weights: "under",
  sliders: "under",
  fold: "instead",
  lossSurface: "under",
  optimizerRace: "under",
  health: "under",
  audit: "instead",
  beside: "under",
  ownData: "instead",
  ownCode: "instead",
  makeExercise: "under",
  exporting: "instead",
  scenes: "under",
} satisfies Record<string, Placement>;

export type PanelName = keyof typeof placements;

/** Where the tool with this name opens. Links contain names too, so only the registry's own keys count. */
export function placementOf(name: string): Placement | undefined {
  return Object.hasOwn(placements, name) ? placements[name as PanelName] : undefined;
}
