import * as styles from "./SkipLink.module.css";

/** Past the bar, for those who walk with Tab; the address stays what it is. */
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
