import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../language/language';
import { FailureNotice } from '../../page/states';
import { failureOf } from '../../transport/failure';
import { askedTry, type Tried } from './documents';
import { words } from './words';

/** A sentence, what it is taken to mean, and what it tells. */
export function TryPanel() {
  const t = useWords(words);
  const [sentence, setSentence] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const query = useQuery({ ...askedTry(tried ?? ''), enabled: tried !== null });

  function submit(event: FormEvent) {
    event.preventDefault();
    const next = sentence.trim();
    if (!next) return;
    if (next === tried) void query.refetch();
    else setTried(next);
  }

  return (
    <Stack gap="sm">
      <form onSubmit={submit}>
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t('trySentence')}
            placeholder={t('tryExample')}
            maxLength={500}
            value={sentence}
            onChange={({ currentTarget }) => setSentence(currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={query.isFetching}>
            {t('tryAct')}
          </Button>
        </Group>
      </form>
      <div aria-live="polite">
        {query.isError && <FailureNotice failure={failureOf(query.error)} retry={() => query.refetch()} />}
        {query.data?.testIntent && <Result tried={query.data.testIntent} />}
      </div>
    </Stack>
  );
}

function Result({ tried }: { tried: Tried }) {
  const t = useWords(words);
  return (
    <Stack gap={4}>
      <Text fw={550}>{tried.meant ? t('meant', { name: tried.meant.name }) : t('nothingMeant')}</Text>
      {tried.told.length > 0 && (
        <Text size="sm">
          {t('told', { values: tried.told.map(({ name, value }) => `${name} = ${value}`).join(', ') })}
        </Text>
      )}
      {tried.likely.map(({ name, probability }) => (
        <Text key={name} size="sm" c="dimmed">
          {name} · {Math.round(probability * 100)} %
        </Text>
      ))}
    </Stack>
  );
}
