import type { ReactNode } from "react";

/** Words for a screen reader where the picture says them already. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>;
}
