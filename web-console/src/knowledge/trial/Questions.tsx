import { ActionIcon, Button, Group, Select, Text, Textarea, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconListDetails, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { useFaultText } from '../../page/faults';
import { List } from '../../page/List';
import { Notice } from '../../page/states';
import { tellDone, tellFault } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { LOCALES, languageName } from '../locales';
import { words as knowledgeWords } from '../words';
import { pasted } from './csv';
import {
  AddQuestions,
  askedQuestions,
  EditQuestion,
  nameOf,
  type QuestionSet,
  RemoveQuestions,
  type SetQuestion,
  TRIALS,
} from './documents';
import { words } from './words';

const AT_ONCE = 500;

/** The questions of a set, with what they expect. */
export function Questions({ set }: { set: QuestionSet }) {
  const t = useWords(words);
  const say = useWords(knowledgeWords);
  const format = useFormat();
  const { may } = useMe();
  const questions = useInfiniteQuery(askedQuestions(set.id));
  const [adding, add] = useDisclosure();
  const [edited, setEdited] = useState<SetQuestion | null>(null);
  const button = may('EDITOR') && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
      {t('addQuestions')}
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mt="xl" mb="xs">
        <Title order={2} size={16}>
          {t('questionsFound', { count: format.number(set.size) })}
        </Title>
        {set.size > 0 && button}
      </Group>
      <List
        label={t('size')}
        query={questions}
        keyOf={(each) => each.id}
        columns={[
          { label: t('question'), phone: true },
          { label: t('expected'), phone: true },
          { label: say('locale') },
          ...(may('EDITOR') ? [{ label: t('edit'), width: 90 }] : []),
        ]}
        row={(each) => [
          <span key="question" lang={each.locale}>
            {each.question}
          </span>,
          each.answerExpected ? (
            nameOf(each.expectedEntry)
          ) : (
            <Text key="none" span c="dimmed">
              {t('noAnswer')}
            </Text>
          ),
          languageName(each.locale, say),
          ...(may('EDITOR') ? [<Acts key="acts" question={each} edit={() => setEdited(each)} />] : []),
        ]}
        empty={<Notice icon={IconListDetails} title={t('noQuestions')} text={t('noQuestionsText')} action={button} />}
      />
      <Dialog opened={adding} close={add.close} title={t('addQuestions')} size={640}>
        <PasteForm set={set} close={add.close} />
      </Dialog>
      <Dialog opened={edited !== null} close={() => setEdited(null)} title={t('edit')}>
        {edited && <EditForm question={edited} close={() => setEdited(null)} />}
      </Dialog>
    </>
  );
}

function Acts({ question, edit }: { question: SetQuestion; edit: () => void }) {
  const t = useWords(words);
  const faultText = useFaultText();
  const remove = useMutation({
    mutationFn: () => act(RemoveQuestions, { questionIds: [question.id] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TRIALS }),
    onError: (thrown) => tellFault(faultText.of(thrown)),
  });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editQuestion', { question: question.question })}
        onClick={edit}
      >
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={remove.isPending}
        aria-label={t('removeQuestion', { question: question.question })}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}

function PasteForm({ set, close }: { set: QuestionSet; close: () => void }) {
  const t = useWords(words);
  const say = useWords(knowledgeWords);
  const format = useFormat();
  const { company } = useMe();
  const form = useForm({
    initialValues: { questions: '', locale: LOCALES.find((each) => each === company.locale) ?? 'en' },
  });
  const { questions, faults } = pasted(form.values.questions, form.values.locale);
  const { fault, busy, onSubmit } = useSubmit(form, async () => {
    for (let from = 0; from < questions.length; from += AT_ONCE) {
      await act(AddQuestions, { setId: set.id, questions: questions.slice(from, from + AT_ONCE) });
    }
    await queries.invalidateQueries({ queryKey: TRIALS });
    close();
    tellDone(t('added', { count: format.number(questions.length) }));
  });
  return (
    <DialogForm
      onSubmit={onSubmit}
      fault={faults.length > 0 ? t('lineFaults', { lines: faults.slice(0, 10).join(', ') }) : fault}
      busy={busy}
      submit={questions.length > 0 ? `${t('add')} · ${format.number(questions.length)}` : t('add')}
      close={close}
    >
      <Textarea
        label={t('paste')}
        description={t('pasteHint')}
        rows={10}
        required
        data-autofocus
        {...form.getInputProps('questions')}
      />
      <Select
        label={t('locale')}
        data={LOCALES.map((value) => ({ value, label: say(value) }))}
        allowDeselect={false}
        {...form.getInputProps('locale')}
      />
    </DialogForm>
  );
}

function EditForm({ question, close }: { question: SetQuestion; close: () => void }) {
  const t = useWords(words);
  const say = useWords(knowledgeWords);
  const form = useForm({
    initialValues: {
      question: question.question,
      locale: question.locale,
      expectedEntryId: question.expectedEntry?.id ?? '',
    },
    validate: { question: isNotEmpty(t('required')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    await act(EditQuestion, {
      questionId: question.id,
      question: values.question,
      locale: values.locale,
      expectedEntryId: values.expectedEntryId.trim() || null,
    });
    await queries.invalidateQueries({ queryKey: TRIALS });
    close();
    tellDone(t('saved'));
  });
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('save')} close={close}>
      <TextInput label={t('question')} required data-autofocus {...form.getInputProps('question')} />
      <Select
        label={say('locale')}
        data={[...new Set<string>([...LOCALES, question.locale])].map((value) => ({
          value,
          label: languageName(value, say),
        }))}
        allowDeselect={false}
        {...form.getInputProps('locale')}
      />
      <TextInput
        label={t('expectedId')}
        description={t('expectedIdHint')}
        autoComplete="off"
        {...form.getInputProps('expectedEntryId')}
      />
    </DialogForm>
  );
}
