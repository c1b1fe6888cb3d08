import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../language/language';
import { FailureNotice, RowsSkeleton } from '../../page/states';
import { failureOf } from '../../transport/failure';
import { askedBot, askedChannelNames } from '../documents';
import { LOCALES } from '../locales';
import { BotSays } from './BotSays';
import { words } from './words';

type Asked = { question: string; locale: string | null; channelId: string | null };

/** Asks the bot as a customer would, and shows why it says what it says. */
export function AskPanel({ begin = '' }: { begin?: string }) {
  const t = useWords(words);
  const [question, setQuestion] = useState(begin);
  const [locale, setLocale] = useState<string | null>(null);
  const [channelId, setChannelId] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(begin ? { question: begin, locale: null, channelId: null } : null);
  const channels = useQuery(askedChannelNames).data?.channels?.nodes ?? [];
  const answer = useQuery({
    ...askedBot(asked?.question ?? '', asked?.locale ?? null, asked?.channelId ?? null),
    enabled: asked !== null,
  });

  function ask(event: FormEvent) {
    event.preventDefault();
    const next = { question: question.trim(), locale, channelId };
    if (!next.question) return;
    if (JSON.stringify(next) === JSON.stringify(asked)) answer.refetch();
    else setAsked(next);
  }

  return (
    <Stack gap="md">
      <form onSubmit={ask}>
        <Stack gap="xs">
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              label={t('askLabel')}
              placeholder={t('askHint')}
              maxLength={500}
              value={question}
              onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" loading={answer.isFetching}>
              {t('askSend')}
            </Button>
          </Group>
          <Group gap="xs" grow preventGrowOverflow={false}>
            <Select
              size="sm"
              aria-label={t('locale')}
              placeholder={t('localeAuto')}
              clearable
              clearButtonProps={{ 'aria-label': t('localeAuto') }}
              data={LOCALES.map((each) => ({ value: each, label: t(each) }))}
              value={locale}
              onChange={setLocale}
            />
            <Select
              size="sm"
              aria-label={t('channel')}
              placeholder={t('anyChannel')}
              clearable
              clearButtonProps={{ 'aria-label': t('anyChannel') }}
              data={channels.map(({ id, name }) => ({ value: id, label: name }))}
              value={channelId}
              onChange={setChannelId}
            />
          </Group>
        </Stack>
      </form>
      <div aria-live="polite" aria-busy={answer.isFetching}>
        {asked === null && (
          <Text c="dimmed" size="sm">
            {t('askIntro')}
          </Text>
        )}
        {asked !== null && answer.isLoading && <RowsSkeleton rows={4} />}
        {answer.isError && <FailureNotice failure={failureOf(answer.error)} retry={() => answer.refetch()} />}
        {asked !== null && answer.data?.askBot && <BotSays answer={answer.data.askBot} question={asked.question} />}
      </div>
    </Stack>
  );
}
