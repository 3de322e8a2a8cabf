/** From an effect: runs `work` when what was rendered is on the screen, so that it does not delay what is seen first. */
export function afterFirstPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
