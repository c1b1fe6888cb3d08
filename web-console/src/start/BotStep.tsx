import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { useFaultText } from '../page/faults';
import { graphql, type ResultOf } from '../transport/graphql';
import { request } from '../transport/request';
import classes from './forms.module.css';
import { words } from './words';

const AskBot = graphql(`
  query TryBot($question: String!) {
    askBot(question: $question) {
      decision
      text
      confidence
      source {
        question
        version
      }
      candidates {
        question
        score
      }
    }
  }
`);

type Answer = NonNullable<ResultOf<typeof AskBot>['askBot']>;

export function BotStep({ asked }: { asked: () => void }) {
  const t = useWords(words);
  const faults = useFaultText();
  const [question, setQuestion] = useState('');
  const asking = useMutation({
    mutationFn: (text: string) => request(AskBot, { question: text }),
    onSuccess: asked,
  });

  function ask(event: FormEvent) {
    event.preventDefault();
    if (question.trim() !== '') asking.mutate(question);
  }

  return (
    <Stack gap="sm">
      <form onSubmit={ask}>
        <Group gap="xs" align="flex-start" className={classes.line}>
          <TextInput
            aria-label={t('askLabel')}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            className={classes.grow}
            autoComplete="off"
          />
          <Button type="submit" loading={asking.isPending}>
            {t('ask')}
          </Button>
        </Group>
      </form>
      {asking.isError && <Fault>{faults.of(asking.error)}</Fault>}
      <div role="status">{asking.data?.askBot && <BotAnswer answer={asking.data.askBot} />}</div>
    </Stack>
  );
}

function BotAnswer({ answer }: { answer: Answer }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <div className={classes.answer}>
      <Group gap="xs" mb={6}>
        <Badge variant="light" color={answer.decision === 'ANSWER' ? 'teal' : 'yellow'} tt="none" radius="sm" fw={550}>
          {t(answer.decision)}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('sure', { percent: format.percent(answer.confidence, 0) })}
        </Text>
      </Group>
      {answer.text && <Text>{answer.text}</Text>}
      {answer.decision === 'CLARIFY' && (
        <>
          {!answer.text && <Text>{t('which')}</Text>}
          <ul>
            {answer.candidates.map((candidate) => (
              <li key={candidate.question}>{candidate.question}</li>
            ))}
          </ul>
        </>
      )}
      {answer.decision === 'HANDOVER' && answer.candidates.length === 0 && <Text>{t('nothing')}</Text>}
      {answer.source && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('source', answer.source)}
        </Text>
      )}
    </div>
  );
}
