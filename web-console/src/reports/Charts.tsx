import { Select } from '@mantine/core';
import { useLanguage, useWords } from '../language/language';
import { CLOCKS, type Clock, type Group } from './address';
import { ChartPanel } from './ChartPanel';
import classes from './Charts.module.css';
import { MeasureName, useNames } from './Definition';
import type { Report } from './documents';
import { spelling } from './figures';
import { PARTS } from './groups';
import { columns, type Metric, type Statistic } from './measures';
import { axisAndTitles, ratePicture, spreadPicture, volumePicture } from './pictures';
import { words } from './words';

type Props = { report: Report; group: Group; clock: Clock; zone: string; choose: (clock: Clock) => void };

const WIDE = 240;
const SMALL = 200;
const ROW = 28;
const AROUND_ROWS = 40;

/** Four pictures of the same groups: how much, how well, how fast, how long in the queue. */
export function Charts({ report, group, clock, zone, choose }: Props) {
  const t = useWords(words);
  const { language } = useLanguage();
  const nameOf = useNames();
  const ground = { ...axisAndTitles(report, group, zone, language, t), spell: spelling(language), t, nameOf };
  const isTime = ground.axis.kind === 'time';
  const height = (usual: number) => (isTime ? usual : Math.max(96, ground.keys.length * ROW + AROUND_ROWS));
  const column = (metric: Metric, statistic: Statistic) =>
    columns(clock).findIndex((each) => each.metric === metric && each.statistic === statistic);
  const spreadLegend = [
    { name: t('P50'), colour: 'strong' },
    { name: t('P90'), colour: 'soft' },
  ] as const;

  return (
    <div className={classes.grid}>
      <div className={classes.wide}>
        <ChartPanel
          title={<MeasureName measure={{ metric: 'CONVERSATIONS', statistic: 'VALUE' }} />}
          legend={PARTS.map(({ part, colour }) => ({ name: t(part), colour }))}
          height={height(WIDE)}
          {...volumePicture(ground, group, report.volume)}
        />
      </div>
      <ChartPanel
        title={<MeasureName measure={{ metric: 'CSAT', statistic: 'VALUE' }} />}
        legend={[
          { name: t('share'), colour: 'strong' },
          { name: t('intervalName'), colour: 'soft' },
        ]}
        height={height(SMALL)}
        {...ratePicture(ground, 'CSAT', report.rows, column('CSAT', 'VALUE'))}
      />
      <ChartPanel
        title={<MeasureName measure={{ metric: clock, statistic: 'VALUE' }} name={t('response')} />}
        legend={spreadLegend}
        aside={
          <Select
            size="xs"
            w={148}
            aria-label={t('clock')}
            allowDeselect={false}
            data={CLOCKS.map((each) => ({ value: each, label: t(each) }))}
            value={clock}
            onChange={(next) => choose(CLOCKS.find((each) => each === next) ?? clock)}
          />
        }
        height={height(SMALL)}
        {...spreadPicture(ground, clock, report.rows, column(clock, 'P50'))}
      />
      <ChartPanel
        title={<MeasureName measure={{ metric: 'QUEUE_WAIT', statistic: 'VALUE' }} />}
        legend={spreadLegend}
        height={height(SMALL)}
        {...spreadPicture(ground, 'QUEUE_WAIT', report.rows, column('QUEUE_WAIT', 'P50'))}
      />
    </div>
  );
}
