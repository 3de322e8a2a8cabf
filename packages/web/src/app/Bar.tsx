import type { ReactNode } from "react";
import { goTo } from "../store/visit/goTo.ts";
import { fragmentOf, playground } from "../store/visit/route.ts";
import { useApp } from "../store/store.ts";
import { MenuIcon } from "../ui/kit/icons.tsx";
import { Popover } from "../ui/kit/Popover.tsx";
import { messages } from "#text/app";
import { ThemeButton } from "./ThemeButton.tsx";
import { useLayout } from "./useLayout.ts";
import * as styles from "./Bar.module.css";

/** The top of the page: its name, the navigation, and the buttons for the whole page. */
export function Bar({ children }: { children?: ReactNode }) {
  const playing = useApp(({ route }) => route.page === "playground");
  const phone = useLayout() === "phone";
  // Every page has one heading of level 1. On the playground it is the name of the site.
  const Wordmark = playing ? "h1" : "p";
  return (
    <header className={styles.bar}>
      <Wordmark className={styles.wordmark}>
        <svg viewBox="0 0 32 32" width="20" height="20" fill="none" stroke="currentColor" aria-hidden="true">
          <circle cx="16" cy="16" r="14" strokeWidth="1.5" opacity=".45" />
          <circle cx="16" cy="16" r="9.5" strokeWidth="2" opacity=".7" />
          <circle cx="16" cy="16" r="4.5" strokeWidth="3.5" />
        </svg>
        <span className={styles.name}>{messages.productName}</span>
      </Wordmark>
      {!phone && <Pages />}
      <div className={styles.right}>
        {children}
        <ThemeButton />
        {phone && (
          <Popover
            button={{ look: "quiet", icon: true, "aria-label": messages.pages, children: <MenuIcon /> }}
          >
            <Pages />
          </Popover>
        )}
      </div>
    </header>
  );
}

/** Asks the questions of the first minute again. */
async function repeat(): Promise<void> {
  (await import("../store/first/actions.ts")).repeatFirstMinute();
}

function Pages() {
  const { page } = useApp(({ route }) => route);
  return (
    <nav aria-label={messages.pages} className={styles.pages}>
      {/* A button, because the run continues: the address of a link would have to contain it. */}
      <button
        type="button"
        aria-current={page === "playground" ? "page" : undefined}
        className={styles.link}
        onClick={() => goTo(playground)}
      >
        {messages.playground}
      </button>
      <a
        href={fragmentOf({ page: "lessons" })}
        aria-current={page === "lessons" || page === "lesson" ? "page" : undefined}
        className={styles.link}
      >
        {messages.lessons}
      </a>
      <a
        href={fragmentOf({ page: "exercises" })}
        aria-current={page === "exercises" || page === "exercise" ? "page" : undefined}
        className={styles.link}
      >
        {messages.exercises}
      </a>
      <a
        href={fragmentOf({ page: "reference" })}
        aria-current={page === "reference" ? "page" : undefined}
        className={styles.link}
      >
        {messages.reference}
      </a>
      <button type="button" className={styles.link} onClick={() => void repeat()}>
        {messages.firstMinute}
      </button>
    </nav>
  );
}
