import type {
  AriaComponentOption,
  BarSeriesOption,
  ComposeOption,
  CustomSeriesOption,
  GridComponentOption,
  LineSeriesOption,
  TooltipComponentOption,
} from 'echarts';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// only what the reports draw; the rest of ECharts stays out of the bundle
use([AriaComponent, BarChart, CanvasRenderer, CustomChart, GridComponent, LineChart, TooltipComponent]);

export type Option = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LineSeriesOption
  | TooltipComponentOption
>;

export { init };
