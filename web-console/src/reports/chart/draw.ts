import type { Cell } from '../figures';
import { type Axis, frame, roundStep } from './axis';
import type { Option } from './echarts';
import type { Look } from './look';
import type { Tip } from './tip';

type Picture = {
  axis: Axis;
  look: Look;
  spell: (value: number) => string;
  tip: (place: number) => Tip;
};

/** Parts of a whole, one upon the other. */
export function stacked(
  picture: Picture,
  parts: readonly { name: string; colour: string; values: readonly (number | null)[] }[],
): Option {
  return {
    ...frame({ ...picture, scale: {} }),
    series: parts.map(({ name, colour, values }) => ({
      type: 'bar',
      name,
      stack: 'whole',
      data: [...values],
      itemStyle: { color: colour },
      barMaxWidth: picture.axis.kind === 'time' ? 32 : 16,
      emphasis: { disabled: true },
    })),
  };
}

/** A rate with its 95 % interval: a point, and how far chance reaches. */
export function rate(picture: Picture, cells: readonly Cell[]): Option {
  const { axis, look } = picture;
  const isTime = axis.kind === 'time';
  return {
    ...frame({ ...picture, scale: { most: 1, step: 0.25 } }),
    series: [
      {
        type: 'custom',
        silent: true,
        data: cells.map(({ low, high }, place) => [place, low ?? Number.NaN, high ?? Number.NaN]),
        encode: isTime ? { x: 0, y: [1, 2] } : { y: 0, x: [1, 2] },
        renderItem: (_, api) => {
          const end = (value: number) => api.coord(isTime ? [api.value(0), value] : [value, api.value(0)]);
          const [low, high] = [end(Number(api.value(1))), end(Number(api.value(2)))];
          return {
            type: 'line',
            shape: { x1: low[0] ?? 0, y1: low[1] ?? 0, x2: high[0] ?? 0, y2: high[1] ?? 0 },
            style: { stroke: look.soft, lineWidth: 4, lineCap: 'round' },
          };
        },
      },
      {
        type: 'line',
        data: cells.map(({ value }) => value),
        symbol: 'circle',
        symbolSize: 7,
        itemStyle: { color: look.strong },
        lineStyle: isTime ? { color: look.strong, width: 1.5 } : { width: 0 },
        emphasis: { disabled: true },
      },
    ],
  };
}

/** The usual and the slow: median and 90th percentile of a duration. */
export function spread(picture: Picture, middle: readonly Cell[], slow: readonly Cell[]): Option {
  const { axis, look } = picture;
  const colours = [look.strong, look.soft];
  const values = (cells: readonly Cell[]) => cells.map(({ value }) => value);
  const longest = Math.max(1, ...[...middle, ...slow].map(({ value }) => value ?? 0));
  const step = roundStep(longest);
  const ground = frame({ ...picture, scale: { most: Math.ceil(longest / step) * step, step } });
  if (axis.kind === 'names') {
    return {
      ...ground,
      series: [middle, slow].map((cells, i) => ({
        type: 'bar',
        data: values(cells),
        itemStyle: { color: colours[i] ?? look.strong },
        barMaxWidth: 8,
        emphasis: { disabled: true },
      })),
    };
  }
  return {
    ...ground,
    series: [middle, slow].map((cells, i) => ({
      type: 'line',
      data: values(cells),
      symbol: 'circle',
      symbolSize: 6,
      itemStyle: { color: colours[i] ?? look.strong },
      lineStyle: { color: colours[i] ?? look.strong, width: 2 },
      ...(i === 1 ? { areaStyle: { color: look.soft, opacity: 0.15 } } : {}),
      emphasis: { disabled: true },
    })),
  };
}
