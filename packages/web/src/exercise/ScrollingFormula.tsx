import { useEffect, useRef } from "react";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Card.module.css";

/** A formula that scrolls if it's too long; only then it takes the focus, so that keys can scroll it. */
export function ScrollingFormula({ tex, plain }: { tex: string; plain: string }) {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = frame.current!;
    const measure = (): void => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(element.firstElementChild!);
    return () => observer.disconnect();
  }, []);
  return (
    <span ref={frame} className={styles.formula}>
      <span>
        <Tex tex={tex} plain={plain} />
      </span>
    </span>
  );
}
