import type { ReactNode } from "react";
import { ThemeButton } from "./ThemeButton.tsx";
import { words } from "../words/app.ts";
import * as styles from "./Bar.module.css";

/** The top of the page: whose page it is, where one is, and what concerns the page as a whole. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <header className={styles.bar}>
      <h1 className={styles.wordmark}>
        <svg viewBox="0 0 32 32" width="20" height="20" fill="none" stroke="currentColor" aria-hidden="true">
          <circle cx="16" cy="16" r="14" strokeWidth="1.5" opacity=".45" />
          <circle cx="16" cy="16" r="9.5" strokeWidth="2" opacity=".7" />
          <circle cx="16" cy="16" r="4.5" strokeWidth="3.5" />
        </svg>
        {words.productName}
      </h1>
      <nav aria-label={words.pages}>
        <a href="#main" aria-current="page" className={styles.link}>
          {words.playground}
        </a>
      </nav>
      <div className={styles.right}>
        {children}
        <ThemeButton />
      </div>
    </header>
  );
}
