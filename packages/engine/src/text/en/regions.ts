/** Why a network has no linear regions. */
import { catalog } from "../message.ts";

export const regions = catalog("regions", {
  curved: ({ feature }: { feature: string }) =>
    `${feature} bends the edges between regions, and only regions with straight edges are found`,
  smooth: ({ activation }: { activation: string }) =>
    `${activation} is smooth, so there are no regions in which the network is exactly linear`,
  none: ({ why }: { why: string }) =>
    `This network’s linear regions can’t be found: ${why}. Use raw inputs, and ReLU, leaky ReLU or the identity.`,
});
