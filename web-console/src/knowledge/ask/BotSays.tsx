import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconCircleCheck,
  IconHelpCircle,
  IconInfoCircle,
  IconMoodSmile,
  IconPencil,
} from '@tabler/icons-react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Answer } from '../../markdown/Answer';
import { LinkButton } from '../../page/LinkButton';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import type { EnumOf } from '../../transport/graphql';
import type { BotAnswer } from '../documents';
import { languageName } from '../locales';
import classes from './BotSays.module.css';
import { Confidence } from './Confidence';
import { words } from './words';

const SIGNS = {
  ANSWER: IconCircleCheck,
  CLARIFY: IconHelpCircle,
  HANDOVER: IconArrowForwardUp,
  SMALL_TALK: IconMoodSmile,
} as const satisfies Record<EnumOf<'BotDecision'> | 'SMALL_TALK', typeof IconHelpCircle>;

const FALLBACKS = [
  'GENERATION_BUSY',
  'GENERATION_CIRCUIT_OPEN',
  'GENERATION_UNREACHABLE',
  'GENERATION_TIMED_OUT',
  'GENERATION_BROKEN',
  'GENERATION_DECLINED',
  'GENERATION_UNCITED',
  'GENERATION_LYING',
  'GENERATION_UNSUPPORTED',
  'GENERATION_SENSITIVE',
] as const satisfies readonly EnumOf<'AnsweringStep'>[];

/** The bot's answer with its reasons: what it decides, how sure it is, from what. */
export function BotSays({ answer, question }: { answer: BotAnswer; question: string }) {
  const t = useWords(words);
  const isEditor = useMe().may('EDITOR');
  const { decision, text, source, candidates, confidence } = answer;
  // a decision to ask back that looked for nothing and offers nothing
  const isSmallTalk = answer.grounds.path.includes('SMALL_TALK');
  const verdict = isSmallTalk ? 'SMALL_TALK' : decision;
  const Sign = SIGNS[verdict];
  return (
    <Stack gap="md">
      <Paper withBorder p="md" className={classes.verdict} data-decision={decision}>
        <Group gap={8} wrap="nowrap" align="flex-start">
          <Sign size={20} stroke={1.8} className={classes.sign} aria-hidden />
          <div>
            <Title order={3} fz="md" lh="20px">
              {t(verdict)}
            </Title>
            <Text size="sm" c="dimmed" mt={2}>
              {t(`${verdict}Means`)}
            </Text>
          </div>
        </Group>
        {!isSmallTalk && <Confidence value={confidence} thresholds={answer.thresholds} />}
      </Paper>

      {text && (
        <div>
          <Group gap="xs" align="baseline">
            <Label>{t('botSays')}</Label>
            {answer.aiGenerated && (
              <Badge size="sm" variant="light">
                {t('aiGenerated')}
              </Badge>
            )}
          </Group>
          <div className={classes.said} lang={answer.locale}>
            <Answer text={text} />
          </div>
          {source && (
            <Text size="sm" c="dimmed">
              {t('from')}{' '}
              <EntryLink id={source.entry?.id} version={source.version}>
                {source.question}
              </EntryLink>
              {' · '}
              {t('versionNumber', { number: source.version })}
              {' · '}
              {languageName(answer.locale, t)}
            </Text>
          )}
          <Worded answer={answer} />
        </div>
      )}

      {candidates.length > 0 && <Candidates candidates={candidates} isOffered={decision === 'CLARIFY'} />}
      {candidates.length === 0 && !isSmallTalk && (
        <Text size="sm" c="dimmed">
          {t('noCandidates')}
        </Text>
      )}

      {isEditor && decision !== 'ANSWER' && !isSmallTalk && (
        <Group>
          <LinkButton
            to="/knowledge/new"
            search={{ question, locale: answer.locale }}
            variant={decision === 'HANDOVER' ? 'filled' : 'default'}
            leftSection={<IconPencil size={16} />}
          >
            {t('writeAnswer')}
          </LinkButton>
        </Group>
      )}
    </Stack>
  );
}

/** That a language model worded the answer, or why it did not. */
function Worded({ answer }: { answer: BotAnswer }) {
  const t = useWords(words);
  const { path, wording } = answer.grounds;
  const fallback = FALLBACKS.find((step) => path.includes(step));
  if (fallback) {
    return (
      <Alert variant="light" color="yellow" mt="sm" icon={<IconInfoCircle size={18} />} title={t('notWorded')}>
        {t(fallback)}
      </Alert>
    );
  }
  if (!wording) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('wordedBy', { model: wording.model, count: wording.cited.length })}
    </Text>
  );
}

function Candidates({ candidates, isOffered }: { candidates: BotAnswer['candidates']; isOffered: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <div>
      <Label>{t(isOffered ? 'offers' : 'compared')}</Label>
      <ol className={classes.candidates}>
        {candidates.map(({ entry, version, question, score }) => (
          <li key={`${entry?.id} ${version} ${question}`}>
            <EntryLink id={entry?.id} version={version} underline="hover">
              {question}
            </EntryLink>
            <span className={classes.score}>
              <span className={classes.bar} aria-hidden="true">
                <span style={{ width: `${Math.round(Math.min(1, Math.max(0, score)) * 100)}%` }} />
              </span>
              {format.percent(score, 0)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Label({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed" fw={550} mb={4}>
      {children}
    </Text>
  );
}

type EntryLinkProps = {
  id: string | undefined;
  version: number;
  underline?: 'always' | 'hover';
  children: string;
};

function EntryLink({ id, version, underline = 'always', children }: EntryLinkProps) {
  if (!id) return <>{children}</>;
  return (
    <TextLink to="/knowledge/$entryId" params={{ entryId: id }} search={{ version }} underline={underline}>
      {children}
    </TextLink>
  );
}
