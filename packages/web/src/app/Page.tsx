import type { ReactNode } from "react";
import { ErrorBoundary } from "../views/kit/ErrorBoundary.tsx";
import { pageWords as say } from "../words/pages.ts";
import { Bar } from "./Bar.tsx";
import { SkipLink } from "./SkipLink.tsx";
import * as styles from "./Page.module.css";

/** A page to read: the bar above it, and everything else its own. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <SkipLink>{say.skip}</SkipLink>
      <Bar />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary area="The page">{children}</ErrorBoundary>
      </main>
    </div>
  );
}
