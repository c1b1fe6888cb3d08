import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import type { Words } from './documents';
import { LONGEST_WORD, MOST_SENSITIVE, split } from './lists';
import { useLists } from './useLists';
import { words } from './words';

/** Words that the bot keeps out of, one in a line. */
export function SensitiveForm({ lists }: { lists: Words }) {
  const t = useWords(words);
  const format = useFormat();
  const { fault, busy, keep } = useLists();
  const form = useForm({
    initialValues: { sensitive: lists.sensitive.join('\n') },
    validate: {
      sensitive: (text) => {
        const all = split(text);
        if (all.length > MOST_SENSITIVE) return t('tooManyWords', { most: format.number(MOST_SENSITIVE) });
        return all.some((word) => [...word].length > LONGEST_WORD) ? t('tooLong') : null;
      },
    },
  });
  return (
    <form onSubmit={form.onSubmit(({ sensitive }) => void keep({ sensitive: split(sensitive) }))} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <Textarea
          label={t('sensitiveWords')}
          description={t('sensitiveHint')}
          autosize
          minRows={4}
          maxRows={14}
          {...form.getInputProps('sensitive')}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t('wordCount', { count: format.number(split(form.values.sensitive).length) })}
          </Text>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
