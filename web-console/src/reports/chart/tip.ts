import type { Look } from './look';

/** What a chart tells of one place: a title, and a line for each series. */
export type Tip = { title: string; lines: readonly { colour?: string; name: string; text: string }[] };

/** As elements, so that the name of a channel stays text whatever is in it. */
export function tipElement({ title, lines }: Tip, look: Look): HTMLElement {
  const box = document.createElement('div');
  box.append(element('div', title, 'font-weight:600;margin-bottom:4px'));
  for (const { colour, name, text } of lines) {
    const line = element('div', '', 'display:flex;align-items:center;gap:8px;line-height:20px');
    if (colour) line.append(element('span', '', `width:8px;height:8px;border-radius:2px;background:${colour}`));
    line.append(
      element('span', name, `flex:1;color:${look.quiet}`),
      element('span', text, 'margin-left:16px;font-variant-numeric:tabular-nums'),
    );
    box.append(line);
  }
  return box;
}

function element(tag: string, text: string, style: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.style.cssText = style;
  return made;
}
