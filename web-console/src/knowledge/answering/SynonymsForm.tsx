import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import type { Words } from './documents';
import { faultsOf, LONGEST_WORD, MOST_SYNONYMS, type Row, rowsOf, synonymsOf } from './lists';
import classes from './SynonymsForm.module.css';
import { useLists } from './useLists';
import { words } from './words';

/** A word of the knowledge in each row, and what customers say for it. */
export function SynonymsForm({ lists }: { lists: Words }) {
  const t = useWords(words);
  const { fault, busy, keep } = useLists();
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(lists.synonyms));
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>([]);
  const box = useRef<HTMLDivElement>(null);
  const isDirty = JSON.stringify(synonymsOf(rows)) !== JSON.stringify(lists.synonyms);

  function change(next: readonly Row[]) {
    setRows(next);
    setFaults([]);
  }

  function focus(place: number) {
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLInputElement>('input')[2 * place]?.focus());
  }

  function add() {
    change([...rows, { word: '', others: '' }]);
    focus(rows.length);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(rows);
    setFaults(found);
    const first = found.findIndex((each) => each !== null);
    if (first >= 0) focus(first);
    else void keep({ synonyms: synonymsOf(rows) });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        {rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noSynonyms')}
          </Text>
        )}
        {rows.length > 0 && (
          <Stack gap={6} ref={box}>
            <div className={classes.row} aria-hidden="true">
              <Text size="xs" c="dimmed">
                {t('word')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('others')}
              </Text>
            </div>
            {rows.map((row, place) => {
              const put = (part: Partial<Row>) =>
                change(rows.map((each, i) => (i === place ? { ...each, ...part } : each)));
              const wrong = faults[place];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                <div className={classes.row} key={place}>
                  <TextInput
                    aria-label={t('wordNumber', { number: place + 1 })}
                    placeholder={place === 0 && !wrong ? t('wordExample') : ''}
                    value={row.word}
                    maxLength={LONGEST_WORD}
                    error={wrong === 'needWord' && t(wrong)}
                    onChange={({ currentTarget }) => put({ word: currentTarget.value })}
                  />
                  <TextInput
                    aria-label={t('othersNumber', { number: place + 1 })}
                    placeholder={place === 0 && !wrong ? t('othersExample') : ''}
                    value={row.others}
                    error={wrong && wrong !== 'needWord' && t(wrong)}
                    onChange={({ currentTarget }) => put({ others: currentTarget.value })}
                  />
                  <ActionIcon
                    size={36}
                    aria-label={t('removeWord', { word: row.word || place + 1 })}
                    onClick={() => change(rows.filter((_, i) => i !== place))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </div>
              );
            })}
          </Stack>
        )}
        <Group justify="space-between">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            disabled={rows.length >= MOST_SYNONYMS}
            onClick={add}
          >
            {t('addWord')}
          </Button>
          <Button type="submit" loading={busy} disabled={!isDirty}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
