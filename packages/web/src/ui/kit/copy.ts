/**
 * Copies a text to the clipboard, and returns whether the browser allowed it. Pages without HTTPS have no clipboard.
 */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
