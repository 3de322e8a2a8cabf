/** A tool of the playground: a panel that answers a question about the run at the epoch shown. */
import type { ComponentType, LazyExoticComponent } from "react";

export interface Panel {
  readonly title: string;
  /** The question it answers. */
  readonly asks: string;
  /** Loaded when it is first opened, because the first view doesn't need it. */
  readonly View: LazyExoticComponent<ComponentType>;
}
