/**
 * Copies the content of a text field, and leaves it selected. The clipboard API exists on HTTPS and localhost only;
 * elsewhere the old copy command does it, if the browser still has it.
 * @returns whether it was copied
 */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  if (window.isSecureContext) {
    const done = navigator.clipboard.writeText(field.value);
    if (await done.then(() => true).catch(() => false)) return true;
  }
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
