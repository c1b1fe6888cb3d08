import { Anchor, Button, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Notice } from '../page/states';
import { signInAs } from '../session/session';
import { SignUpForm } from './SignUpForm';
import classes from './SignUpPage.module.css';
import { words } from './words';

const POINTS = [
  ['pointTag', 'pointTagText'],
  ['pointBot', 'pointBotText'],
  ['pointPeople', 'pointPeopleText'],
  ['pointNumbers', 'pointNumbersText'],
] as const;

/** Where a company begins; open to everyone. */
export function SignUpPage() {
  const t = useWords(words);
  const { language, choose } = useLanguage();
  const [made, setMade] = useState<{ company: string; email: string } | null>(null);
  useDocumentTitle(`${t('title')} · Wenda`);

  return (
    <div className={classes.page}>
      <main className={classes.form}>
        <p className={classes.product}>
          <img src="/console/icon.svg" width={28} height={28} alt="" />
          Wenda 问达
        </p>
        {made ? (
          <Notice
            icon={IconCircleCheck}
            heading={1}
            title={t('signedUp', { company: made.company })}
            text={t('signedUpText', { email: made.email })}
            action={<Button onClick={() => signInAs(made.email, '/console/start')}>{t('signIn')}</Button>}
          />
        ) : (
          <>
            <Title order={1} size={24} lh="32px">
              {t('title')}
            </Title>
            <Text c="dimmed" mt={4} mb="lg">
              {t('lead')}
            </Text>
            <SignUpForm done={(company, email) => setMade({ company, email })} />
            <Text mt="lg" size="sm" c="dimmed">
              {t('have')}{' '}
              <Anchor href="/console/" inherit underline="always">
                {t('signIn')}
              </Anchor>
            </Text>
          </>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt="xl"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t('other')}
        </Anchor>
      </main>
      <aside className={classes.points} aria-label={t('points')}>
        <Text fw={600} mb="lg">
          {t('points')}
        </Text>
        <ol>
          {POINTS.map(([point, text]) => (
            <li key={point}>
              <Text fw={550}>{t(point)}</Text>
              <Text c="dimmed">{t(text)}</Text>
            </li>
          ))}
        </ol>
      </aside>
    </div>
  );
}
