import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useLanguage, useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { ownTimeZone, TimeZoneSelect } from '../page/TimeZoneSelect';
import { useSubmit } from '../page/useSubmit';
import { graphql } from '../transport/graphql';
import { act } from '../transport/request';
import { words } from './words';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) { company { id name } userErrors { code field message } }
  }
`);

export function SignUpForm({ done }: { done: (company: string, email: string) => void }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const required = isNotEmpty(t('required'));
  const form = useForm({
    initialValues: { companyName: '', ownerName: '', email: '', password: '', timeZone: ownTimeZone() },
    validate: { companyName: required, ownerName: required, email: required, password: required },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      await act(SignUp, { ...values, locale: language });
      done(values.companyName.trim(), values.email.trim());
    },
    { password: t('passwordRule'), email: t('emailRule') },
  );

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <TextInput
          label={t('companyName')}
          autoComplete="organization"
          data-autofocus
          required
          {...form.getInputProps('companyName')}
        />
        <TextInput
          label={t('ownerName')}
          description={t('ownerNameHint')}
          autoComplete="name"
          required
          {...form.getInputProps('ownerName')}
        />
        <TextInput label={t('email')} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          required
          {...form.getInputProps('password')}
        />
        <TimeZoneSelect
          label={t('timeZone')}
          description={t('timeZoneHint')}
          required
          {...form.getInputProps('timeZone')}
        />
        <Button type="submit" size="md" loading={busy} mt="xs">
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
