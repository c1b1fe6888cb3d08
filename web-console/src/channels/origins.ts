/**
 * An origin as a browser writes it, from whatever she pasted: a whole address loses its path, a bare host becomes https
 * (on this machine http). Null where it is none.
 */
export function originOf(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  try {
    const scheme = /^(localhost|127\.0\.0\.1)\b/.test(typed) ? 'http' : 'https';
    const address = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `${scheme}://${typed}`);
    const isWeb = address.protocol === 'http:' || address.protocol === 'https:';
    return isWeb && /^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/.test(address.hostname) ? address.origin : null;
  } catch {
    return null;
  }
}

/** Each once, as a browser writes it; what is no origin stays as it was typed, for the form to complain about. */
export function tidyOrigins(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => originOf(text) ?? text.trim()).filter((text) => text !== ''))];
}

export function areOrigins(texts: readonly string[]): boolean {
  return texts.every((text) => originOf(text) === text);
}
