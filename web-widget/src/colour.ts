/** Black or white, whichever reads better on the colour (WCAG); null where it is none. */
export function textOn(colour: string): '#000' | '#fff' | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!hex) return null;
  const size = hex.length / 3;
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const part = Number.parseInt(hex.substr(i * size, size).repeat(3 - size), 16) / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  return light > 0.179 ? '#000' : '#fff';
}
