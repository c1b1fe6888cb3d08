import { ActionIcon, Button, SegmentedControl, Textarea, Tooltip } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useWords } from '../../language/language';
import { randomKey } from '../../transport/request';
import { useContactName } from '../names';
import { words as shortcutWords } from '../shortcuts/words';
import classes from './Composer.module.css';
import type { Head } from './documents';
import { inserted, useDraft } from './draft';
import type { Rights } from './rights';
import { send } from './store';
import { useTyping } from './useTyping';
import { words } from './words';

/** What other parts of the desk do to the text that she writes. */
export type Pen = { reply: () => void; note: () => void; insert: (text: string) => void };

type Props = { head: Head; rights: Rights; find: () => void; ref: Ref<Pen> };

const LONGEST = 8000;

/** Where she writes: to the contact, or a note to her colleagues. */
export function Composer({ head, rights, find, ref }: Props) {
  const t = useWords(words);
  const s = useWords(shortcutWords);
  const nameOf = useContactName();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, change] = useDraft(head.id);
  const internal = draft.internal || !rights.reply;
  const typing = useTyping(head.id, internal);
  const text = draft.text.trim();
  const excess = [...text].length - LONGEST;
  const sendable = text !== '' && excess <= 0;

  const write = (asNote: boolean) => {
    change((before) => ({ ...before, internal: asNote }));
    // the field must be there first: this may run from a dialog that gives the focus back
    setTimeout(() => field.current?.focus());
  };
  useImperativeHandle(ref, () => ({
    reply: () => write(false),
    note: () => write(true),
    insert: (piece) => {
      const at = field.current?.selectionStart ?? draft.text.length;
      const result = inserted(draft.text, at, piece);
      change((before) => ({ ...before, text: result.text }));
      setTimeout(() => {
        field.current?.focus();
        field.current?.setSelectionRange(result.cursor, result.cursor);
      });
    },
  }));

  function submit() {
    if (!sendable) return;
    send(head.id, { clientMessageId: randomKey(), text, internal, at: new Date().toISOString(), state: 'sending' });
    change((before) => ({ ...before, text: '' }));
    typing.sent();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      field.current?.blur();
    }
  }

  return (
    <form
      className={classes.composer}
      data-note={internal || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={10}
        aria-label={internal ? t('noteTo') : t('replyTo', { name: nameOf(head.contact) })}
        placeholder={internal ? t('noteTo') : t('replyTo', { name: nameOf(head.contact) })}
        value={draft.text}
        onChange={(event) => {
          const value = event.currentTarget.value;
          change((before) => ({ ...before, text: value }));
          typing.typed(value !== '');
        }}
        onKeyDown={onKeyDown}
        onBlur={typing.stopped}
        classNames={{ input: classes.field }}
      />
      <div className={classes.foot}>
        {rights.reply && (
          <SegmentedControl
            size="xs"
            aria-label={t('mode')}
            data={[
              { value: 'reply', label: t('reply') },
              { value: 'note', label: t('writeNote') },
            ]}
            value={internal ? 'note' : 'reply'}
            onChange={(value) => write(value === 'note')}
          />
        )}
        <Tooltip label={`${s('knowledge')} ( / )`}>
          <ActionIcon size={30} onClick={find} aria-label={s('knowledge')}>
            <IconBook2 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.hint} role={excess > 0 ? 'alert' : undefined} data-bad={excess > 0 || undefined}>
          {excess > 0 ? t('tooLong', { count: excess }) : t('hint')}
        </span>
        <Button type="submit" size="xs" disabled={!sendable} color={internal ? 'yellow.9' : 'ink'}>
          {internal ? t('addNote') : t('send')}
        </Button>
      </div>
    </form>
  );
}
