import { Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { createEntry, publishAtOnce } from '../knowledge/acts';
import { UNLIMITED } from '../knowledge/limits';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { useMe } from '../session/me';
import { queries } from '../transport/queries';
import { START } from './steps';
import { words } from './words';

export function AnswerStep({ done }: { done: () => void }) {
  const t = useWords(words);
  const { company } = useMe();
  if (company.fourEyesReview) {
    return (
      <Text>
        {t('review')} <Anchor renderRoot={(props) => <Link to="/knowledge" {...props} />}>{t('toKnowledge')}</Anchor>
      </Text>
    );
  }
  return <AnswerForm done={done} />;
}

function AnswerForm({ done }: { done: () => void }) {
  const t = useWords(words);
  const required = isNotEmpty(t('required'));
  const form = useForm({
    initialValues: { question: '', answer: '' },
    validate: { question: required, answer: required },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ question, answer }) => {
    const isChinese = /\p{Script=Han}/u.test(question);
    const locale = isChinese ? 'zh-CN' : 'en';
    const unsaid = { similarQuestions: [], category: '', tags: [], limits: UNLIMITED };
    const { entry } = await createEntry({ locale, question, answer, ...unsaid });
    if (entry) await publishAtOnce({ entryId: entry.id, version: 1 });
    await Promise.all([START, ['knowledge']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    tellDone(t('published'));
    done();
  });

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm" maw={560}>
        <Fault>{fault}</Fault>
        <TextInput
          label={t('question')}
          placeholder={t('questionExample')}
          required
          {...form.getInputProps('question')}
        />
        <Textarea
          label={t('answerLabel')}
          placeholder={t('answerExample')}
          autosize
          minRows={3}
          required
          {...form.getInputProps('answer')}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {t('publish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
