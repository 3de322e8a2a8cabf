import type { ReactNode } from "react";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import { messages } from "#text/app";
import { Bar } from "./Bar.tsx";
import { classroomOf } from "./classroom.ts";
import { SkipLink } from "./SkipLink.tsx";
import * as styles from "./Page.module.css";

const { embed } = classroomOf(location.search);

/** A page to read, with the bar above it unless another page embeds it. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page} data-embed={embed || undefined}>
      <SkipLink>{messages.skip}</SkipLink>
      {!embed && <Bar />}
      <main id="main" tabIndex={-1}>
        <ErrorBoundary area={messages.thePage}>{children}</ErrorBoundary>
      </main>
    </div>
  );
}
