import { TagsInput } from '@mantine/core';
import { useWords } from '../language/language';
import { tidyOrigins } from './origins';
import { words } from './words';

type Props = { value?: string[]; onChange: (origins: string[]) => void; error?: string };

/** The sites that may show the chat; pasted addresses are cut down to what counts. */
export function OriginsInput({ value = [], onChange, error }: Props) {
  const t = useWords(words);
  return (
    <TagsInput
      label={t('origins')}
      description={t('originsHint')}
      placeholder={value.length === 0 ? 'https://shop.example' : ''}
      value={value}
      onChange={(texts) => onChange(tidyOrigins(texts))}
      splitChars={[',', ' ', '\n']}
      acceptValueOnBlur
      error={error}
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
