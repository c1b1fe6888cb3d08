import { Anchor, Button, Code, Group, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconLock, IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language';
import { signIn } from '../session/session';
import type { Failure } from '../transport/failure';
import type { Role } from '../transport/graphql';
import classes from './states.module.css';
import { words } from './words';

type NoticeProps = {
  icon: Icon;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  tone?: 'quiet' | 'bad';
  heading?: 1;
};

/** A screen, or a part of one, that has nothing to show but a sentence and what to do about it. */
export function Notice({ icon: Sign, title, text, action, tone = 'quiet', heading }: NoticeProps) {
  return (
    <Stack className={classes.notice} align="center" gap={8} role={tone === 'bad' ? 'alert' : undefined}>
      <ThemeIcon variant="light" color={tone === 'bad' ? 'red' : 'gray'} size={40} radius="md" aria-hidden>
        <Sign size={20} stroke={1.6} />
      </ThemeIcon>
      <Text fw={600} mt={4} {...(heading ? { component: `h${heading}` } : {})}>
        {title}
      </Text>
      {text && (
        <Text c="dimmed" ta="center" maw={420} component="div">
          {text}
        </Text>
      )}
      {action && <Group mt={8}>{action}</Group>}
    </Stack>
  );
}

/** Rows of a list that is on its way. */
export function RowsSkeleton({ rows = 5, height = 20 }: { rows?: number; height?: number }) {
  const t = useWords(words);
  return (
    <Stack gap="md" py="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without an identity
        <Skeleton key={row} height={height} width={`${96 - ((row * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

/** Why nothing can be shown, and what she can do. */
export function FailureNotice({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const t = useWords(words);
  const again = retry && (
    <Button variant="default" onClick={retry}>
      {t('retry')}
    </Button>
  );
  if (failure.kind === 'unreachable') {
    return (
      <Notice icon={IconAlertTriangle} title={t('unreachable')} text={t('unreachableText')} action={again} tone="bad" />
    );
  }
  switch (failure.code) {
    case 'UNAUTHENTICATED':
      return (
        <Notice
          icon={IconLock}
          title={t('signInAgain')}
          action={<Button onClick={() => signIn()}>{t('signIn')}</Button>}
          tone="bad"
        />
      );
    case 'FORBIDDEN':
      return <Notice icon={IconLock} title={t('forbiddenPart')} />;
    case 'NOT_FOUND':
      return <Missing />;
    case 'UNAVAILABLE':
      return (
        <Notice
          icon={IconAlertTriangle}
          title={t('unavailable')}
          text={t('unavailableText')}
          action={again}
          tone="bad"
        />
      );
    case 'RATE_LIMITED':
      return (
        <Notice
          icon={IconAlertTriangle}
          title={t('limited')}
          text={t('limitedText', { seconds: failure.retryAfterSeconds ?? 10 })}
          action={again}
          tone="bad"
        />
      );
    case 'BAD_REQUEST':
    case 'TOO_COMPLEX':
    case 'INTERNAL':
      return (
        <Notice
          icon={IconAlertTriangle}
          title={t('failed')}
          text={
            <>
              {t('failedText')}
              {failure.traceId && (
                <Text size="sm" mt={8} component="div">
                  {t('trace')} <Code>{failure.traceId}</Code>
                </Text>
              )}
            </>
          }
          action={again}
          tone="bad"
        />
      );
  }
}

/** A page of the console that her roles do not open. */
export function Forbidden({ roles }: { roles: readonly Role[] }) {
  const t = useWords(words);
  return (
    <Notice
      icon={IconLock}
      title={t('forbidden')}
      text={t('forbiddenText', { roles: roles.map((role) => t(role)).join(t('or')) })}
      action={<Anchor href="/console/">{t('home')}</Anchor>}
    />
  );
}

/** An address or an id that leads nowhere. */
export function Missing() {
  const t = useWords(words);
  return (
    <Notice
      icon={IconMapOff}
      title={t('missing')}
      text={t('missingText')}
      action={<Anchor href="/console/">{t('home')}</Anchor>}
    />
  );
}
