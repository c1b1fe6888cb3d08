/** The lines with a pasted text in place of one of them, each of its lines one. */
export function withLines(lines: readonly string[], place: number, pasted: string): string[] {
  const begun = lines[place]?.trim() ? [lines[place] ?? ''] : [];
  return [...lines.slice(0, place), ...begun, ...cleaned(pasted.split('\n')), ...lines.slice(place + 1)];
}

export function withoutLine(lines: readonly string[], place: number): string[] {
  return lines.filter((_, i) => i !== place);
}

/** Without blanks around, bullets of a list before, empty lines and doubles. */
export function cleaned(lines: readonly string[]): string[] {
  const written = lines.map((line) => line.replace(/^\s*(?:[-*•·]|\d+[.)、])\s+/, '').trim()).filter(Boolean);
  return [...new Set(written)];
}
