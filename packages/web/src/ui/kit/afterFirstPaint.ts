/** Called from an effect: runs `work` after the next paint, so that it doesn't delay the first view. */
export function afterFirstPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
