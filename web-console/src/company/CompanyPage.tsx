import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { Page } from '../page/Page';
import { Section } from '../page/Section';
import { TimeZoneSelect } from '../page/TimeZoneSelect';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { type Company, ME, useMe } from '../session/me';
import { graphql } from '../transport/graphql';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { words } from './words';

const UpdateCompany = graphql(`
  mutation UpdateCompany($input: UpdateCompanyInput!) {
    updateCompany(input: $input) { company { id } userErrors { code field message } }
  }
`);

const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;

export function CompanyPage() {
  const t = useWords(words);
  const { company } = useMe();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <CompanyForm company={company} />
    </Page>
  );
}

function CompanyForm({ company }: { company: Company }) {
  const t = useWords(words);
  const format = useFormat();
  const form = useForm({
    initialValues: {
      name: company.name,
      locale: company.locale,
      timeZone: company.timeZone,
      fourEyesReview: company.fourEyesReview,
    },
    validate: { name: isNotEmpty(t('required')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    await act(UpdateCompany, values);
    form.resetDirty(values);
    await queries.invalidateQueries({ queryKey: ME });
    tellDone(t('saved'));
  });

  return (
    <form onSubmit={onSubmit} noValidate>
      <Section title={t('general')} text={t('generalText')}>
        <Stack gap="md">
          <Fault>{fault}</Fault>
          <TextInput label={t('name')} required {...form.getInputProps('name')} />
          <Select
            label={t('locale')}
            description={t('localeHint')}
            data={[...new Set<string>([...LOCALES, company.locale])].map((locale) => ({
              value: locale,
              label: LOCALES.includes(locale as 'en') ? t(locale as 'en') : locale,
            }))}
            allowDeselect={false}
            {...form.getInputProps('locale')}
          />
          <TimeZoneSelect label={t('timeZone')} description={t('timeZoneHint')} {...form.getInputProps('timeZone')} />
          <Text size="sm" c="dimmed">
            {t('slug')}: {company.slug} · {t('since')} {format.date(company.createdAt)}
          </Text>
        </Stack>
      </Section>
      <Section title={t('review')} text={t('reviewText')}>
        <Stack gap="lg">
          <Switch
            label={t('fourEyes')}
            description={t('fourEyesHint')}
            {...form.getInputProps('fourEyesReview', { type: 'checkbox' })}
          />
          <Group>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}
