import { Badge, Button, CopyButton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Answer as Drawn } from '../../markdown/Answer';
import { Loaded } from '../../page/Loaded';
import { words as pageWords } from '../../page/words';
import { asked } from '../../transport/queries';
import { Card } from './Card';
import { type Found, KnowledgeSearch } from './documents';
import { entriesIn } from './found';
import classes from './KnowledgeFinder.module.css';
import { words } from './words';

type Insert = ((text: string) => void) | null;
type Props = { asked: string | null; insert: Insert };

const PAUSE = 250;

/** Finds an answer for her reply: what the bot would say, and what else is published. */
export function KnowledgeFinder({ asked: question, insert }: Props) {
  const t = useWords(words);
  const [text, setText] = useState(question?.slice(0, 200) ?? '');
  const [wanted] = useDebouncedValue(text.trim(), PAUSE);
  const query = useQuery({
    ...asked(['knowledge-search'], KnowledgeSearch, { text: wanted }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={classes.search}>
        <TextInput
          aria-label={t('find')}
          placeholder={t('findHint')}
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          maxLength={200}
          autoFocus
        />
      </div>
      {wanted === '' ? (
        <Text c="dimmed" ta="center" p="xl">
          {t('start')}
        </Text>
      ) : (
        <Loaded query={query}>{(found) => <Results found={found} insert={insert} />}</Loaded>
      )}
    </>
  );
}

function Results({ found, insert }: { found: Found; insert: Insert }) {
  const t = useWords(words);
  const format = useFormat();
  const bot = found.askBot;
  const entries = entriesIn(found);
  return (
    <>
      <Card title={t('best')}>
        {bot?.text ? (
          <Answer
            question={bot.source?.question ?? null}
            answer={bot.text}
            mark={t('sure', { percent: format.percent(bot.confidence, 0) })}
            insert={insert}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('unsure')}
          </Text>
        )}
      </Card>
      <Card title={t('entries')}>
        {entries.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noEntries')}
          </Text>
        )}
        {entries.map(({ id, question, answer, score }) => (
          <Answer
            key={id}
            question={question}
            answer={answer}
            mark={score === null ? null : format.percent(score, 0)}
            insert={insert}
          />
        ))}
      </Card>
    </>
  );
}

type AnswerProps = { question: string | null; answer: string; mark: string | null; insert: Insert };

function Answer({ question, answer, mark, insert }: AnswerProps) {
  const t = useWords(words);
  const p = useWords(pageWords);
  return (
    <article className={classes.answer}>
      <div className={classes.head}>
        <h4 className={classes.question}>{question}</h4>
        {mark && (
          <Badge size="sm" variant="light" color="gray" tt="none" radius="sm" flex="none">
            {mark}
          </Badge>
        )}
      </div>
      <div className={classes.text}>
        <Drawn text={answer} />
      </div>
      {insert ? (
        <Button size="compact-xs" variant="default" onClick={() => insert(answer)}>
          {t('insert')}
        </Button>
      ) : (
        <CopyButton value={answer}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? p('copied') : p('copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </article>
  );
}
