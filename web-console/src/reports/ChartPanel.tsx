import { Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useWords } from '../language/language';
import classes from './ChartPanel.module.css';
import { Chart } from './chart/Chart';
import type { Option } from './chart/echarts';
import type { Look } from './chart/look';
import { words } from './words';

export type LegendItem = { name: string; colour: keyof Look };

type Props = {
  title: ReactNode;
  /** What the picture says, in one sentence. */
  label: string;
  legend?: readonly LegendItem[];
  aside?: ReactNode;
  height: number;
  /** Nothing was measured in the whole period. */
  isEmpty: boolean;
  draw: (look: Look) => Option;
};

/** One picture with its name, what its colours mean, and what stands there when there is nothing to draw. */
export function ChartPanel({ title, label, legend = [], aside, height, isEmpty, draw }: Props) {
  const t = useWords(words);
  const id = useId();
  return (
    <Paper withBorder radius="lg" p="md" component="section" aria-labelledby={id} className={classes.panel}>
      <Group justify="space-between" gap="xs" mb={4} wrap="nowrap" align="flex-start">
        <Title order={2} id={id} fz="md" lh="24px">
          {title}
        </Title>
        {aside}
      </Group>
      {legend.length > 0 && (
        <ul className={classes.legend}>
          {legend.map(({ name, colour }) => (
            <li key={name}>
              <span className={classes[colour]} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
      {isEmpty ? (
        <Text c="dimmed" size="sm" className={classes.nothing} h={height}>
          {t('nothingMeasured')}
        </Text>
      ) : (
        <Chart draw={draw} label={label} height={height} />
      )}
    </Paper>
  );
}
