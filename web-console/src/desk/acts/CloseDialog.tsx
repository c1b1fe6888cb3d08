import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';
import type { EnumOf } from '../../transport/graphql';
import { act } from '../../transport/request';
import type { Head } from '../conversation/documents';
import type { Rights } from '../conversation/rights';
import { leaveInbox } from '../inbox/store';
import classes from './Choice.module.css';
import { CloseConversation } from './documents';
import { useHeadAct } from './useHeadAct';
import { words } from './words';

type Outcome = EnumOf<'ConversationOutcome'>;
type Props = { head: Head; rights: Rights; close: () => void };

const OUTCOMES: readonly Outcome[] = ['RESOLVED', 'UNRESOLVED', 'ABANDONED', 'SPAM'];

/** How it ended, and what the next one should know. */
export function CloseDialog({ head, rights, close }: Props) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const run = useHeadAct(head.id);
  const form = useForm({ initialValues: { outcome: 'RESOLVED' as Outcome, disposition: '', summary: '' } });

  function finish(outcome: Outcome | null) {
    const { disposition, summary } = form.getValues();
    const input = { conversationId: head.id, outcome, disposition: disposition || null, summary: summary || null };
    close();
    if (outcome) leaveInbox(head.id);
    void run(
      () => act(CloseConversation, input),
      outcome ? { state: 'CLOSED', outcome, closedAt: new Date().toISOString() } : { state: 'WRAP_UP' },
    );
  }

  return (
    <Modal opened onClose={close} title={t('closeTitle')} closeButtonProps={{ 'aria-label': p('close') }}>
      <form onSubmit={form.onSubmit(({ outcome }) => finish(outcome))}>
        <Stack gap="md">
          <Radio.Group label={t('outcome')} {...form.getInputProps('outcome')}>
            <div className={classes.choices}>
              {OUTCOMES.map((outcome, index) => (
                <Radio
                  key={outcome}
                  value={outcome}
                  label={t(outcome)}
                  description={t(`${outcome}Text`)}
                  className={classes.choice}
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            label={t('disposition')}
            description={t('dispositionHint')}
            maxLength={200}
            {...form.getInputProps('disposition')}
          />
          <Textarea
            label={t('summary')}
            description={t('summaryHint')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={8000}
            {...form.getInputProps('summary')}
          />
          <Text size="xs" c="dimmed">
            {t('closeText')}
          </Text>
          <Group justify="space-between">
            {rights.wrapUp ? (
              <Tooltip label={t('wrapUpHint')} multiline w={240}>
                <Button variant="subtle" onClick={() => finish(null)}>
                  {t('wrapUp')}
                </Button>
              </Tooltip>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                {p('cancel')}
              </Button>
              <Button type="submit">{t('closeNow')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
