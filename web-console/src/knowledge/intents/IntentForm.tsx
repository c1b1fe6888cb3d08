import { Button, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { Section } from '../../page/Section';
import { tellDone } from '../../page/tell';
import { Declined } from '../../transport/failure';
import { queries } from '../../transport/queries';
import { askedGroupNames, INTENTS } from './documents';
import { type Draft, inputOf, linesOf, placeOf } from './draft';
import { SlotFields } from './SlotFields';
import { StepFields } from './StepFields';
import { words } from './words';

const FEWEST_EXAMPLES = 3;

type Props = {
  begin: Draft;
  isNew?: boolean;
  connectors: readonly string[];
  keep: (draft: Draft) => Promise<unknown>;
};

/** All of an intent: what customers say, what must be known, what is done. */
export function IntentForm({ begin, isNew = false, connectors, keep }: Props) {
  const t = useWords(words);
  const faultText = useFaultText();
  const groups = useQuery(askedGroupNames).data?.skillGroups?.nodes ?? [];
  const [draft, setDraft] = useState(begin);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const isDirty = isNew || JSON.stringify(draft) !== JSON.stringify(begin);

  function put(part: Partial<Draft>) {
    setDraft({ ...draft, ...part });
    setFaults({});
  }

  function missing(): Record<string, string> {
    return {
      ...(draft.name.trim() === '' && { name: t('needName') }),
      ...(draft.groupId === null && { skillGroupId: t('needGroup') }),
      ...(linesOf(draft.examples).length < FEWEST_EXAMPLES && { examples: t('needExamples') }),
    };
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = missing();
    setFaults(Object.keys(found).length > 0 ? { all: t('refused'), ...found } : {});
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await keep(draft);
      await queries.invalidateQueries({ queryKey: INTENTS });
      tellDone(t('saved'));
    } catch (thrown) {
      setFaults(
        thrown instanceof Declined
          ? {
              all: t('refused'),
              ...Object.fromEntries(thrown.errors.map((each) => [placeOf(each), faultText.ofError(each)])),
            }
          : { all: faultText.of(thrown) },
      );
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Section title={t('basics')} text={t('basicsText')}>
        <Stack gap="md">
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            maxLength={60}
            disabled={!isNew}
            value={draft.name}
            error={faults.name}
            onChange={({ currentTarget }) => put({ name: currentTarget.value })}
          />
          <Select
            label={t('group')}
            description={t('groupHint')}
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.groupId}
            error={faults.skillGroupId}
            onChange={(groupId) => put({ groupId })}
          />
          <Textarea
            label={t('examples')}
            description={t('examplesHint')}
            autosize
            minRows={5}
            maxRows={16}
            value={draft.examples}
            error={faults.examples}
            onChange={({ currentTarget }) => put({ examples: currentTarget.value })}
          />
          {!isNew && (
            <Switch
              label={t('enabled')}
              checked={draft.enabled}
              onChange={({ currentTarget }) => put({ enabled: currentTarget.checked })}
            />
          )}
        </Stack>
      </Section>
      <Section title={t('slots')} text={t('slotsText')}>
        <SlotFields slots={draft.slots} faults={faults} put={(slots) => put({ slots })} />
      </Section>
      <Section title={t('steps')} text={t('stepsText')}>
        <StepFields
          steps={draft.steps}
          slots={inputOf(draft).slots.map(({ name }) => name)}
          connectors={connectors}
          faults={faults}
          put={(steps) => put({ steps })}
        />
        <Stack gap="sm" mt="lg">
          <Fault>{faults.all ?? faults.slots ?? faults.steps ?? null}</Fault>
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={!isDirty}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}
