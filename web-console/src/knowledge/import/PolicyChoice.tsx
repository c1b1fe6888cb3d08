import { Radio, Stack } from '@mantine/core';
import { useWords } from '../../language/language';
import { POLICIES, type Policy } from './documents';
import { words } from './words';

type Props = { value: Policy; disabled: boolean; onChange: (policy: Policy) => void };

/** Lets an editor say what becomes of lines whose entry exists already. */
export function PolicyChoice({ value, disabled, onChange }: Props) {
  const t = useWords(words);
  const chosen = (name: string) => {
    const policy = POLICIES.find((each) => each === name);
    if (policy && policy !== value) onChange(policy);
  };
  return (
    <Radio.Group label={t('policy')} description={t('policyText')} value={value} onChange={chosen}>
      <Stack gap={6} mt="xs">
        {POLICIES.map((each) => (
          <Radio key={each} value={each} disabled={disabled} label={t(each)} description={t(`${each}Text`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
