import { Button, Group, RangeSlider, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { PercentInput, percent } from '../../page/PercentInput';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { ANSWERING, ChooseThresholds, type Thresholds } from './documents';
import { PreviewPanel } from './PreviewPanel';
import classes from './ThresholdsForm.module.css';
import { words } from './words';

/** Two marks on one scale, and what they would have made of the last questions. */
export function ThresholdsForm({ now }: { now: Thresholds }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: { answer: percent(now.answer), clarify: percent(now.clarify) },
    validate: { clarify: (clarify, { answer }) => (clarify > answer ? t('clarifyBelow') : null) },
    validateInputOnChange: true,
  });
  const { answer, clarify } = form.values;
  const isWhole = Number.isFinite(answer) && Number.isFinite(clarify) && clarify <= answer;
  const [shown] = useDebouncedValue(`${answer} ${clarify}`, 250);
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    await act(ChooseThresholds, { answer: values.answer / 100, clarify: values.clarify / 100 });
    form.resetDirty(values);
    await queries.invalidateQueries({ queryKey: ANSWERING });
    tellDone(t('saved'));
  });

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <RangeSlider
          className={classes.slider}
          value={[isWhole ? clarify : Math.min(clarify || 0, answer || 0), answer || 0]}
          onChange={([from, to]) => form.setValues({ clarify: from, answer: to })}
          min={0}
          max={100}
          step={1}
          minRange={0}
          label={(value) => `${value} %`}
          thumbFromLabel={t('clarifyFrom')}
          thumbToLabel={t('answerFrom')}
          thumbSize={18}
        />
        <ul className={classes.zones} aria-hidden="true">
          <li style={{ flexGrow: clarify || 0 }}>{t('hands')}</li>
          <li style={{ flexGrow: Math.max(0, answer - clarify) || 0 }}>{t('asks')}</li>
          <li style={{ flexGrow: 100 - (answer || 0) }}>{t('answers')}</li>
        </ul>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <PercentInput label={t('clarifyFrom')} description={t('clarifyHint')} {...form.getInputProps('clarify')} />
          <PercentInput label={t('answerFrom')} description={t('answerHint')} {...form.getInputProps('answer')} />
        </SimpleGrid>
        {isWhole && <PreviewPanel {...read(shown)} isNow={!form.isDirty()} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={!form.isDirty() || busy} onClick={form.reset}>
            {t('asBefore')}
          </Button>
          <Button type="submit" loading={busy} disabled={!form.isDirty() || !isWhole}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function read(shown: string) {
  const [answer = 0, clarify = 0] = shown.split(' ').map((each) => Number(each) / 100);
  return { answer, clarify: Math.min(answer, clarify) };
}
