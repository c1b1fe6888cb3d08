import { Alert, Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { KNOWLEDGE } from '../documents';
import { actOnMany, type Choosable, type ManyAct, type NotDone } from './acts';
import { words } from './words';

const LONGEST_COMMENT = 2_000;
const MOST_TOLD = 10;

/** The state of a version in which each act can be done to it. */
const FITS: Record<ManyAct, string> = { submit: 'DRAFT', approve: 'IN_REVIEW', reject: 'IN_REVIEW' };

type Props = {
  shown: readonly Choosable[];
  chosen: readonly Choosable[];
  chooseAll: (isChosen: boolean) => void;
  acts: readonly ManyAct[];
  inset?: number;
};

/** Ticks all that a list shows, whose ticks are inset by so many pixels, and does one thing to all that are ticked. */
export function ManyBar({ shown, chosen, chooseAll, acts, inset = 0 }: Props) {
  const t = useWords(words);
  const format = useFormat();
  const faults = useFaultText();
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const [wordless, setWordless] = useState(false);
  const [notDone, setNotDone] = useState<readonly NotDone[]>([]);
  const selectAll = useRef<HTMLInputElement>(null);
  const commentField = useRef<HTMLInputElement>(null);
  const fitting = (act: ManyAct) => chosen.filter(({ latest }) => latest.state === FITS[act]);
  const doing = useMutation({
    mutationFn: (act: ManyAct) => actOnMany(act, fitting(act), comment),
    onSuccess: ({ done, notDone, fault }) => {
      setNotDone(notDone);
      if (done > 0) tellDone(t('done', { count: format.number(done) }));
      selectAll.current?.focus();
      if (fault !== null) return tellFault(faults.of(fault));
      setComment('');
      chooseAll(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: KNOWLEDGE }),
  });
  const press = (act: ManyAct) => {
    const isWordless = act === 'reject' && !comment.trim();
    setWordless(isWordless);
    if (isWordless) commentField.current?.focus();
    else doing.mutate(act);
  };
  const write = (text: string) => {
    setComment(text);
    setWordless(false);
  };
  const isCommented = acts.includes('reject') && chosen.length > 0;
  const buttons = (
    <Group gap="xs">
      {acts
        .filter((act) => fitting(act).length > 0)
        .map((act) => (
          <Button
            key={act}
            size="xs"
            variant="default"
            loading={doing.isPending && doing.variables === act}
            disabled={doing.isPending}
            onClick={() => press(act)}
          >
            {t(act, { count: format.number(fitting(act).length) })}
          </Button>
        ))}
    </Group>
  );

  return (
    <Stack gap="sm" mb="md">
      <Group gap="md" mih={30} pl={inset}>
        <Checkbox
          ref={selectAll}
          label={t('selectAll', { count: format.number(shown.length) })}
          checked={chosen.length > 0 && chosen.length === shown.length}
          indeterminate={chosen.length > 0 && chosen.length < shown.length}
          onChange={({ currentTarget }) => chooseAll(currentTarget.checked)}
        />
        <Text size="sm" c="dimmed" role="status">
          {chosen.length > 0 && t('selected', { count: format.number(chosen.length) })}
        </Text>
        {!isCommented && buttons}
      </Group>
      {isCommented && (
        <>
          <TextInput
            ref={commentField}
            label={t('comment')}
            description={t('commentHint')}
            maxLength={LONGEST_COMMENT}
            value={comment}
            error={wordless && t('needComment')}
            onChange={({ currentTarget }) => write(currentTarget.value)}
          />
          {buttons}
        </>
      )}
      {notDone.length > 0 && (
        <Alert
          color="yellow"
          role="status"
          title={t('notDone', { count: format.number(notDone.length) })}
          withCloseButton
          closeButtonLabel={t('close')}
          onClose={() => {
            setNotDone([]);
            selectAll.current?.focus();
          }}
        >
          <List size="sm">
            {notDone.slice(0, MOST_TOLD).map(({ entry, errors }) => (
              <List.Item key={entry.id}>
                <span lang={entry.latest.locale}>{entry.latest.question}</span>
                {' – '}
                {errors.map(faults.ofError).join(' ')}
              </List.Item>
            ))}
          </List>
          {notDone.length > MOST_TOLD && t('andMore', { count: format.number(notDone.length - MOST_TOLD) })}
        </Alert>
      )}
    </Stack>
  );
}
