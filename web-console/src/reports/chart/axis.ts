import type { Option } from './echarts';
import type { Look } from './look';
import { type Tip, tipElement } from './tip';

/** What stands along a chart: time from left to right, or names from top to bottom. */
export type Axis = { kind: 'time' | 'names'; labels: readonly string[] };

type Frame = {
  axis: Axis;
  look: Look;
  spell: (value: number) => string;
  /** What is told of the place under the pointer. */
  tip: (place: number) => Tip;
  /** Where the values have a known end, as rates have, and how far one line is from the next. */
  scale: { most?: number; step?: number };
};

const LONGEST_NAME = 120;
const LINES = 4;
const ROUND_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400];

/** Lines at durations that people say: every 30 s, every 5 min. */
export function roundStep(longest: number): number {
  const wanted = longest / LINES;
  return ROUND_SECONDS.find((step) => step >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
}

/** Axes, grid and tooltip, alike in all charts. */
export function frame({ axis, look, spell, tip, scale }: Frame): Option {
  const values = {
    type: 'value' as const,
    min: 0,
    ...(scale.most === undefined ? {} : { max: scale.most }),
    ...(scale.step === undefined ? { splitNumber: 3, minInterval: 1 } : { interval: scale.step }),
    axisLabel: { color: look.quiet, fontSize: 11, formatter: (value: number) => spell(value), hideOverlap: true },
    splitLine: { lineStyle: { color: look.line } },
  };
  const places = {
    type: 'category' as const,
    data: [...axis.labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: {
      color: look.quiet,
      fontSize: 11,
      hideOverlap: true,
      ...(axis.kind === 'names' ? { width: LONGEST_NAME, overflow: 'truncate' as const, interval: 0 } : {}),
    },
  };
  return {
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 0, right: 8, top: 10, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ...(axis.kind === 'time'
      ? { xAxis: places, yAxis: values }
      : { xAxis: values, yAxis: { ...places, inverse: true } }),
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow', shadowStyle: { color: look.line, opacity: 0.5 } },
      backgroundColor: look.ground,
      borderColor: look.line,
      padding: [8, 12],
      textStyle: { color: look.text, fontSize: 12 },
      extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / 12%); border-radius: 6px;',
      formatter: (hit) => tipElement(tip((Array.isArray(hit) ? hit[0] : hit)?.dataIndex ?? 0), look),
    },
  };
}
