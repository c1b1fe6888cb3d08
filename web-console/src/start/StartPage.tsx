import { Button, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/language';
import { Loaded } from '../page/Loaded';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { useMe } from '../session/me';
import { AnswerStep } from './AnswerStep';
import { BotStep } from './BotStep';
import { ChannelStep } from './ChannelStep';
import { InviteStep } from './InviteStep';
import classes from './StartPage.module.css';
import { StepRow } from './StepRow';
import { askedSteps, noteBotAsked, type Progress as Present, type StepName, stepsOf, wasBotAsked } from './steps';
import { TagStep } from './TagStep';
import { words } from './words';

const LISTENING = 8_000;

/** From nothing to a service that works; reads what is done from the company's own data. */
export function StartPage() {
  const t = useWords(words);
  const query = useQuery({ ...askedSteps, refetchInterval: LISTENING });
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <Loaded query={query}>{(present) => <Steps present={present} />}</Loaded>
    </Page>
  );
}

function Steps({ present }: { present: Present }) {
  const t = useWords(words);
  const { company } = useMe();
  const [botAsked, setBotAsked] = useState(() => wasBotAsked(company.id));
  const [chosen, setChosen] = useState<StepName | null>(null);
  const steps = stepsOf(present, botAsked);
  const done = steps.filter((step) => step.done).length;
  const open = chosen ?? steps.find((step) => !step.done)?.name ?? null;

  function asked() {
    noteBotAsked(company.id);
    setBotAsked(true);
    setChosen('bot');
  }

  const content: Record<StepName, ReactNode> = {
    channel: <ChannelStep present={present} done={() => setChosen('tag')} />,
    tag: <TagStep present={present} />,
    answer: <AnswerStep done={() => setChosen('bot')} />,
    bot: <BotStep asked={asked} />,
    invite: <InviteStep />,
  };

  return (
    <>
      <Group gap="sm" mb="lg" wrap="nowrap">
        <Progress
          value={(done / steps.length) * 100}
          className={classes.progress}
          size="sm"
          radius="xl"
          aria-label={t('progress', { done, all: steps.length })}
        />
        <Text size="sm" c="dimmed" className={classes.count}>
          {t('progress', { done, all: steps.length })}
        </Text>
      </Group>
      {done === steps.length && (
        <Notice
          icon={IconCircleCheck}
          title={t('allDone')}
          text={t('allDoneText')}
          action={<Button renderRoot={(props) => <Link to="/desk" {...props} />}>{t('toDesk')}</Button>}
        />
      )}
      <ol className={classes.steps}>
        {steps.map(({ name, done: isDone }, place) => (
          <StepRow
            key={name}
            number={place + 1}
            title={t(name)}
            text={t(`${name}Text`)}
            done={isDone}
            opened={open === name}
            toggle={() => setChosen(name)}
          >
            {content[name]}
          </StepRow>
        ))}
      </ol>
    </>
  );
}
