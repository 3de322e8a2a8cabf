import type { ReactNode } from "react";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import { messages } from "#text/app";
import { Bar } from "./Bar.tsx";
import { SkipLink } from "./SkipLink.tsx";
import * as styles from "./Page.module.css";

/** A page to read, with the bar above it. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <SkipLink>{messages.skip}</SkipLink>
      <Bar />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary area={messages.thePage}>{children}</ErrorBoundary>
      </main>
    </div>
  );
}
