import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useWords } from '../../language/language';
import { withLines, withoutLine } from './lines';
import classes from './Similar.module.css';
import { words } from './words';

const MOST = 50;
const LONGEST = 500;

type Props = {
  value: readonly string[];
  onChange: (lines: string[]) => void;
  error?: string | undefined;
};

/** Other ways to ask the same: Enter begins the next line, a pasted list becomes lines, Backspace in an empty one removes it. */
export function Similar({ value, onChange, error }: Props) {
  const t = useWords(words);
  const box = useRef<HTMLDivElement>(null);

  function focus(place: number) {
    requestAnimationFrame(() => box.current?.querySelectorAll('input')[place]?.focus());
  }

  function add(place: number) {
    if (value.length >= MOST) return;
    onChange([...value.slice(0, place), '', ...value.slice(place)]);
    focus(place);
  }

  function remove(place: number) {
    onChange(withoutLine(value, place));
    focus(Math.max(0, place - 1));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, place: number) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (value[place]?.trim()) add(place + 1);
    } else if (event.key === 'Backspace' && value[place] === '') {
      event.preventDefault();
      remove(place);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, place: number) {
    const pasted = event.clipboardData.getData('text');
    if (!/\n/.test(pasted.trim())) return;
    event.preventDefault();
    const next = withLines(value, place, pasted).slice(0, MOST);
    onChange(next);
    focus(Math.min(next.length - 1, place + pasted.trim().split('\n').length));
  }

  return (
    <Input.Wrapper label={t('similar')} description={t('similarHint')} error={error} labelElement="div">
      <Stack gap={6} mt={6} ref={box} role="group" aria-label={t('similar')}>
        {value.map((line, place) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            key={place}
            aria-label={t('similarNumber', { number: place + 1 })}
            value={line}
            maxLength={LONGEST}
            onChange={({ currentTarget }) =>
              onChange(value.map((each, i) => (i === place ? currentTarget.value : each)))
            }
            onKeyDown={(event) => onKeyDown(event, place)}
            onPaste={(event) => onPaste(event, place)}
            rightSection={
              <ActionIcon
                size="sm"
                aria-label={t('removeSimilar', { number: place + 1 })}
                onClick={() => remove(place)}
              >
                <IconX size={14} />
              </ActionIcon>
            }
          />
        ))}
        <Button
          className={classes.add}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={value.length >= MOST}
          onClick={() => add(value.length)}
        >
          {t('addSimilar')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
