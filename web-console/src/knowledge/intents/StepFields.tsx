import { ActionIcon, Button, Group, Menu, Paper, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { MOST_STEPS, newStep, STEP_KINDS, type StepDraft, says } from './draft';
import { words } from './words';

type Known = { slots: readonly string[]; connectors: readonly string[] };

type Props = Known & {
  steps: readonly StepDraft[];
  faults: Record<string, string>;
  put: (steps: readonly StepDraft[]) => void;
};

/** What is done, in order; each step can be moved and removed. */
export function StepFields({ steps, slots, connectors, faults, put }: Props) {
  const t = useWords(words);

  function move(place: number, by: number) {
    const next = [...steps];
    next.splice(place + by, 0, ...next.splice(place, 1));
    put(next);
  }

  return (
    <Stack gap="md">
      {steps.map((step, place) => (
        <Paper key={step.id} withBorder p="md" m={0} component="fieldset">
          <Group justify="space-between" mb="xs" wrap="nowrap">
            <Text component="legend" size="sm" fw={600}>
              {t('stepNumber', { number: place + 1 })} · {t(step.kind)}
            </Text>
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                aria-label={t('up', { number: place + 1 })}
                disabled={place === 0}
                onClick={() => move(place, -1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('down', { number: place + 1 })}
                disabled={place === steps.length - 1}
                onClick={() => move(place, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <Button
                variant="subtle"
                size="compact-sm"
                color="gray"
                aria-label={t('removeNumber', { what: t('steps'), number: place + 1 })}
                onClick={() => put(steps.filter(({ id }) => id !== step.id))}
              >
                {t('remove')}
              </Button>
            </Group>
          </Group>
          <Stack gap="sm">
            <Fault>{faults[`steps.${place}`] ?? null}</Fault>
            <StepInputs
              step={step}
              slots={slots}
              connectors={connectors}
              put={(part) => put(steps.map((each) => (each.id === step.id ? { ...each, ...part } : each)))}
            />
          </Stack>
        </Paper>
      ))}
      <Group>
        <Menu>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={14} />} disabled={steps.length >= MOST_STEPS}>
              {t('addStep')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {STEP_KINDS.map((kind) => (
              <Menu.Item key={kind} onClick={() => put([...steps, newStep(kind)])}>
                {t(kind)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Stack>
  );
}

type InputProps = Known & { step: StepDraft; put: (part: Partial<StepDraft>) => void };

function StepInputs({ step, slots, connectors, put }: InputProps) {
  const t = useWords(words);
  if (step.kind === 'ASK') {
    const names = slots.filter((name, place) => name !== '' && slots.indexOf(name) === place);
    return <Select label={t('slot')} data={names} value={step.slot} onChange={(slot) => put({ slot })} />;
  }
  if (step.kind === 'CALL') {
    return (
      <Select
        label={t('connector')}
        description={connectors.length === 0 ? t('noConnectors') : null}
        data={[...connectors]}
        value={step.connector}
        onChange={(connector) => put({ connector })}
      />
    );
  }
  if (!says(step.kind)) {
    return (
      <Text size="sm" c="dimmed">
        {t('handOverText')}
      </Text>
    );
  }
  const subject = step.kind === 'OPEN_TICKET';
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Textarea
        label={t(subject ? 'subjectZh' : 'textZh')}
        description={t('textHint')}
        autosize
        minRows={subject ? 1 : 2}
        maxLength={subject ? 150 : 2000}
        value={step.zh}
        onChange={({ currentTarget }) => put({ zh: currentTarget.value })}
      />
      <Textarea
        label={t(subject ? 'subjectEn' : 'textEn')}
        description={t('textHint')}
        autosize
        minRows={subject ? 1 : 2}
        maxLength={subject ? 150 : 2000}
        value={step.en}
        onChange={({ currentTarget }) => put({ en: currentTarget.value })}
      />
    </SimpleGrid>
  );
}
