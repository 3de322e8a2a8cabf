/** Puts a text on the clipboard; whether the browser lets the page do that. An address that is not secure has none. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
