import { expect, it } from 'vitest';
import { textOn } from './colour';

const luminance = (colour: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);

it('readsOnEveryColourByWcag', () => {
  const steps = Array.from({ length: 16 }, (_, i) => (i * 17).toString(16).padStart(2, '0'));
  const worst = Math.min(
    ...steps.flatMap((red) =>
      steps.flatMap((green) =>
        steps.map((blue) => {
          const light = luminance(`#${red}${green}${blue}`);
          return textOn(`#${red}${green}${blue}`) === '#000' ? (light + 0.05) / 0.05 : 1.05 / (light + 0.05);
        }),
      ),
    ),
  );

  expect(worst).toBeGreaterThanOrEqual(4.5);
});

it('takesNothingButAColour', () => {
  for (const other of ['', 'red', '#12345', 'url(https://evil.example)', '#123456;}']) expect(textOn(other)).toBeNull();
});
