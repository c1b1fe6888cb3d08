import { Autocomplete, Button, Group, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { Preview } from '../../markdown/Preview';
import { Fault } from '../../page/Fault';
import { useSubmit } from '../../page/useSubmit';
import type { Writing } from '../acts';
import { askedCategories } from '../documents';
import { LOCALES } from '../locales';
import { MasksNotice } from '../MasksNotice';
import { LeaveGuard } from './LeaveGuard';
import { LimitsFields } from './LimitsFields';
import { cleaned } from './lines';
import { Similar } from './Similar';
import { words } from './words';

const LONGEST_QUESTION = 500;
const LONGEST_ANSWER = 8_000;
const MOST_TAGS = 20;

type Props = {
  begin: Writing;
  /** The language of an entry is for ever. */
  isNew: boolean;
  /** Masks of personal data that were in the text. */
  masks?: readonly string[];
  submit: (writing: Writing) => Promise<unknown>;
  save: string;
  cancel: ReactNode;
  /** What stands beside the question while it is written. */
  beside?: (question: string, locale: string) => ReactNode;
};

/** Writes an entry: question, other ways to ask it, answer, and where it belongs. */
export function EntryForm({ begin, isNew, masks = [], submit, save, cancel, beside }: Props) {
  const t = useWords(words);
  const categories = useQuery(askedCategories).data?.knowledgeCategories ?? [];
  const form = useForm<Writing>({
    initialValues: begin,
    validate: {
      question: (value) => (value.trim() ? null : t('needQuestion')),
      answer: (value) => (value.trim() ? null : t('needAnswer')),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (writing) => {
    await submit({ ...writing, similarQuestions: cleaned(writing.similarQuestions) });
  });
  const { question, answer, locale } = form.values;

  return (
    <form onSubmit={onSubmit} noValidate>
      <LeaveGuard armed={form.isDirty() && !busy} />
      <Stack gap="lg">
        <TextInput
          label={t('question')}
          description={t('questionHint')}
          maxLength={LONGEST_QUESTION}
          required
          data-autofocus
          lang={locale}
          {...form.getInputProps('question')}
        />
        {beside?.(question, locale)}
        <Similar
          value={form.values.similarQuestions}
          onChange={(lines) => form.setFieldValue('similarQuestions', lines)}
          error={form.errors.similarQuestions ? String(form.errors.similarQuestions) : undefined}
        />
        <div>
          <Textarea
            label={t('answer')}
            description={t('answerHint')}
            autosize
            minRows={6}
            maxRows={24}
            maxLength={LONGEST_ANSWER}
            required
            lang={locale}
            styles={{ input: { lineHeight: 1.7 } }}
            {...form.getInputProps('answer')}
          />
          <Text size="xs" c="dimmed" ta="right" mt={4}>
            {t('length', { now: [...answer].length, most: LONGEST_ANSWER })}
          </Text>
        </div>
        <Preview text={answer} locale={locale} />
        <MasksNotice masks={masks.filter((mask) => question.includes(mask) || answer.includes(mask))} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <Select
            label={t('locale')}
            description={t(isNew ? 'localeHint' : 'localeFixed')}
            disabled={!isNew}
            allowDeselect={false}
            data={[...new Set([...LOCALES, locale])].map((each) => ({
              value: each,
              label: LOCALES.find((known) => known === each) ? t(each as (typeof LOCALES)[number]) : each,
            }))}
            {...form.getInputProps('locale')}
          />
          <Autocomplete
            label={t('category')}
            description={t('categoryHint')}
            data={categories}
            maxLength={200}
            {...form.getInputProps('category')}
          />
        </Group>
        <TagsInput
          label={t('tags')}
          description={t('tagsHint')}
          maxTags={MOST_TAGS}
          splitChars={[',', '，', ';', '、']}
          acceptValueOnBlur
          {...form.getInputProps('tags')}
        />
        <LimitsFields value={form.values.limits} onChange={(limits) => form.setFieldValue('limits', limits)} />
        <Fault>{fault}</Fault>
        <Group justify="flex-end">
          {cancel}
          <Button type="submit" loading={busy}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
