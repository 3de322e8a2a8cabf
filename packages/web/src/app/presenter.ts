/**
 * Makes the page legible from the last row: it is laid out for a small window and enlarged to the real one, so that
 * text, pictures and spacing all grow. At 1280 × 720 the text is 20 px.
 */

/** The small window. */
const WIDTH = 896;
const HEIGHT = 504;

/** How much larger a window is than the small one; at least 1. */
export function enlargement(width: number, height: number): number {
  return Math.max(1, Math.min(width / WIDTH, height / HEIGHT));
}

/** Whether a window has room for the small one. */
export const stage: string = `(min-width: ${WIDTH}px) and (min-height: ${HEIGHT}px)`;

/** Enlarges the page, now and whenever the window changes. */
export function enlarge(): () => void {
  const fit = (): void => {
    const scale = enlargement(window.innerWidth, window.innerHeight);
    document.body.style.zoom = String(scale);
    document.documentElement.style.setProperty("--scale", String(scale));
  };
  fit();
  window.addEventListener("resize", fit);
  return () => window.removeEventListener("resize", fit);
}
