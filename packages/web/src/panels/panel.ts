/** What a tool of the playground is: a drawer with a question, computed from the run at the epoch shown. */
import type { ComponentType, LazyExoticComponent } from "react";

export interface Panel {
  readonly title: string;
  /** The question it answers. */
  readonly asks: string;
  /** Under the network, which stays in sight, or in its place. */
  readonly placement: "under" | "instead";
  /** Loaded when it is first opened: the first view has no use for it. */
  readonly View: LazyExoticComponent<ComponentType>;
}
