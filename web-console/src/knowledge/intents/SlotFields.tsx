import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { MOST_SLOTS, newSlot, SLOT_KINDS, type SlotDraft } from './draft';
import { words } from './words';

type Props = {
  slots: readonly SlotDraft[];
  faults: Record<string, string>;
  put: (slots: readonly SlotDraft[]) => void;
};

/** What must be known, each in a box of its own. */
export function SlotFields({ slots, faults, put }: Props) {
  const t = useWords(words);
  return (
    <Stack gap="md">
      {slots.map((slot, place) => (
        <SlotBox
          key={slot.id}
          slot={slot}
          number={place + 1}
          fault={faults[`slots.${place}`] ?? null}
          put={(part) => put(slots.map((each) => (each.id === slot.id ? { ...each, ...part } : each)))}
          remove={() => put(slots.filter(({ id }) => id !== slot.id))}
        />
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={slots.length >= MOST_SLOTS}
          onClick={() => put([...slots, newSlot()])}
        >
          {t('addSlot')}
        </Button>
      </Group>
    </Stack>
  );
}

type BoxProps = {
  slot: SlotDraft;
  number: number;
  fault: string | null;
  put: (part: Partial<SlotDraft>) => void;
  remove: () => void;
};

function SlotBox({ slot, number, fault, put, remove }: BoxProps) {
  const t = useWords(words);
  return (
    <Paper withBorder p="md" m={0} component="fieldset">
      <Group justify="space-between" mb="xs">
        <Text component="legend" size="sm" fw={600}>
          {t('slotNumber', { number })}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          aria-label={t('removeNumber', { what: t('slot'), number })}
          onClick={remove}
        >
          {t('remove')}
        </Button>
      </Group>
      <Stack gap="sm">
        <Fault>{fault}</Fault>
        <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
          <TextInput
            label={t('slotName')}
            description={t('slotNameHint')}
            maxLength={40}
            value={slot.name}
            onChange={({ currentTarget }) => put({ name: currentTarget.value })}
          />
          <Select
            label={t('kind')}
            allowDeselect={false}
            data={SLOT_KINDS.map((kind) => ({ value: kind, label: t(kind) }))}
            value={slot.kind}
            onChange={(kind) => kind && put({ kind: kind as SlotDraft['kind'] })}
          />
        </SimpleGrid>
        {slot.kind === 'CODE' && (
          <TextInput
            label={t('pattern')}
            description={t('patternHint')}
            maxLength={100}
            spellCheck={false}
            value={slot.pattern}
            onChange={({ currentTarget }) => put({ pattern: currentTarget.value })}
          />
        )}
        {slot.kind === 'CHOICE' && (
          <Textarea
            label={t('choices')}
            description={t('choicesHint')}
            autosize
            minRows={2}
            value={slot.choices}
            onChange={({ currentTarget }) => put({ choices: currentTarget.value })}
          />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('promptZh')}
            maxLength={300}
            value={slot.zh}
            onChange={({ currentTarget }) => put({ zh: currentTarget.value })}
          />
          <TextInput
            label={t('promptEn')}
            maxLength={300}
            value={slot.en}
            onChange={({ currentTarget }) => put({ en: currentTarget.value })}
          />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
