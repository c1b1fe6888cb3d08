/** Whether the API may take it: https to a host, without user, query or fragment. */
export function isAddress(typed: string): boolean {
  const url = URL.parse(typed.trim());
  return url !== null && /^https?:$/.test(url.protocol) && !/[?#@\s]/.test(typed.trim());
}

/** Whether a key that is kept for one address goes to the other too: the API takes off slashes at the end. */
export function isSameAddress(typed: string, kept: string | undefined): boolean {
  return kept !== undefined && typed.trim().replace(/\/+$/, '') === kept;
}
