import { Stack, Text } from '@mantine/core';
import { scriptTag } from '../channels/channels';
import { useWords } from '../language/language';
import { Copy } from '../page/Copy';
import classes from './forms.module.css';
import { type Progress, webChannel } from './steps';
import { words } from './words';

export function TagStep({ present }: { present: Progress }) {
  const t = useWords(words);
  const channel = webChannel(present);
  if (!channel?.publicKey || channel.allowedOrigins.length === 0) return <Text>{t('tagFirst')}</Text>;
  return (
    <Stack gap="sm">
      <Copy text={scriptTag(channel.publicKey)} label={t('tagLabel')} />
      {present.conversations?.nodes.length === 0 && (
        <div className={classes.waiting} role="status">
          <span className={classes.pulse} aria-hidden="true" />
          <Text c="dimmed">{t('waiting', { origins: channel.allowedOrigins.join(', ') })}</Text>
        </div>
      )}
    </Stack>
  );
}
