/** Black or white, whichever reads better on the colour by WCAG's measure; null where it is no #rrggbb. */
export function textOn(colour: string): '#000' | '#fff' | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const part = Number.parseInt(colour.slice(1 + i * 2, 3 + i * 2), 16) / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  return light > 0.179 ? '#000' : '#fff';
}
