import { Button, Group, NumberInput, PasswordInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { GENERATION, type Generation, SetGeneration } from './documents';
import { isAddress, isSameAddress } from './form';
import { words } from './words';

const LONGEST = { baseUrl: 500, model: 200, apiKey: 500 };
const SECONDS = { min: 1, max: 60, usual: 8 };
const TOKENS = { min: 16, max: 4_000, usual: 500 };

/** Where the model is, by which key, how long it may take; and whether it is asked at all. */
export function ModelForm({ now }: { now: Generation | null }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: {
      enabled: now?.enabled ?? true,
      baseUrl: now?.baseUrl ?? '',
      model: now?.model ?? '',
      apiKey: '',
      seconds: now?.seconds ?? SECONDS.usual,
      maxTokens: now?.maxTokens ?? TOKENS.usual,
    },
    validate: {
      baseUrl: (url) => (isAddress(url) ? null : t('baseUrlRule')),
      model: (model) => (model.trim() ? null : t('modelRule')),
      apiKey: (key, { baseUrl }) => (key.trim() || isSameAddress(baseUrl, now?.baseUrl) ? null : t('keyRule')),
      seconds: within(SECONDS, t('secondsRule', SECONDS)),
      maxTokens: within(TOKENS, t('tokensRule', TOKENS)),
    },
  });
  const isKept = isSameAddress(form.values.baseUrl, now?.baseUrl);
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async ({ apiKey, ...values }) => {
      await act(SetGeneration, { ...values, ...(apiKey.trim() ? { apiKey } : {}) });
      await queries.invalidateQueries({ queryKey: GENERATION });
      tellDone(t(values.enabled ? 'savedOn' : 'savedOff'));
    },
    { baseUrl: t('baseUrlRule'), model: t('modelRule'), apiKey: t('keyRule') },
  );

  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off">
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <Switch
          label={t('enabled')}
          description={t('enabledHint')}
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <TextInput
          label={t('baseUrl')}
          description={t('baseUrlHint')}
          placeholder="https://api.example.com/v1"
          inputMode="url"
          spellCheck={false}
          maxLength={LONGEST.baseUrl}
          {...form.getInputProps('baseUrl')}
        />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          placeholder="example-small"
          spellCheck={false}
          maxLength={LONGEST.model}
          {...form.getInputProps('model')}
        />
        <PasswordInput
          label={t('key')}
          description={t(isKept ? 'keyKept' : 'keyHint')}
          placeholder={isKept ? '••••••••••••' : ''}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showKey') }}
          maxLength={LONGEST.apiKey}
          {...form.getInputProps('apiKey')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('seconds')}
            description={t('secondsHint')}
            allowDecimal={false}
            min={SECONDS.min}
            max={SECONDS.max}
            suffix={t('secondsUnit')}
            {...form.getInputProps('seconds')}
          />
          <NumberInput
            label={t('tokens')}
            description={t('tokensHint')}
            allowDecimal={false}
            min={TOKENS.min}
            max={TOKENS.max}
            {...form.getInputProps('maxTokens')}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function within({ min, max }: { min: number; max: number }, rule: string) {
  return (value: number) => (Number.isInteger(value) && value >= min && value <= max ? null : rule);
}
