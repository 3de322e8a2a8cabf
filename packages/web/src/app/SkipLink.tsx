import * as styles from "./SkipLink.module.css";

/** Skips the bar, for people who use Tab. The address stays the same. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#main"
      className={`vh ${styles.skip}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")!.focus();
      }}
    >
      {children}
    </a>
  );
}
