import type { ReactNode } from "react";

/** Text for a screen reader, where the picture already says it. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>;
}
