import { Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../language/language';
import classes from './Definition.module.css';
import { askedMetrics, type Definition } from './documents';
import { type Measure, type Metric, unitOf } from './measures';
import { words } from './words';

/** The dictionary in her language, by metric. */
export function useDefinitions(): (metric: Metric) => Definition | undefined {
  const { language } = useLanguage();
  const metrics = useQuery(askedMetrics(language)).data?.metrics ?? [];
  return (metric) => metrics.find((definition) => definition.metric === metric);
}

/** What a figure is called, with its statistic. */
export function useNames(): (measure: Measure) => string {
  const t = useWords(words);
  const definitionOf = useDefinitions();
  return ({ metric, statistic }) => {
    const name = definitionOf(metric)?.name ?? metric;
    if (metric === 'HANDLE_TIME' && statistic === 'COUNT') return t('handled');
    if (statistic === 'P50' || statistic === 'P90') return t('nameWith', { name, statistic: t(statistic) });
    return name;
  };
}

/** A figure's name; what it means is told under the pointer and at keyboard focus. */
export function MeasureName({ measure, name }: { measure: Measure; name?: string }) {
  const t = useWords(words);
  const nameOf = useNames();
  const definition = useDefinitions()(measure.metric);
  const shown = name ?? nameOf(measure);
  if (!definition) return <span>{shown}</span>;
  const { statistic } = measure;
  return (
    <Tooltip
      multiline
      w={300}
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
      classNames={{ tooltip: classes.card ?? '' }}
      label={
        <>
          <Text size="sm" fw={600}>
            {definition.name}
          </Text>
          <Text size="sm" mt={2}>
            {definition.description}
          </Text>
          <dl className={classes.facts}>
            {statistic !== 'VALUE' && (
              <>
                <dt>{t('statistic')}</dt>
                <dd>{t(`${statistic}Means`)}</dd>
              </>
            )}
            <dt>{t('counted')}</dt>
            <dd>{definition.cohort}</dd>
            <dt>{t('unit')}</dt>
            <dd>{t(unitOf(measure))}</dd>
            <dt>{t('version')}</dt>
            <dd>{definition.version}</dd>
          </dl>
        </>
      }
    >
      <UnstyledButton className={classes.name}>{shown}</UnstyledButton>
    </Tooltip>
  );
}
