import { Button, Fieldset, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { type Fields, LOCALES, MOST_BUTTONS, newButton } from './form';
import { words } from './words';

/** What a visitor can ask by one click. */
export function QuickButtons({ form }: { form: UseFormReturnType<Fields> }) {
  const t = useWords(words);
  const { quickButtons } = form.getValues();
  return (
    <Fieldset legend={t('buttons')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('buttonsHint')}
        </Text>
        {form.errors.quickButtons && <Fault>{String(form.errors.quickButtons)}</Fault>}
        {quickButtons.map(({ key }, at) => (
          <OneButton key={key} form={form} at={at} />
        ))}
        <Group>
          <Button
            variant="default"
            disabled={quickButtons.length >= MOST_BUTTONS}
            onClick={() => form.insertListItem('quickButtons', newButton())}
          >
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function OneButton({ form, at }: { form: UseFormReturnType<Fields>; at: number }) {
  const t = useWords(words);
  const number = at + 1;
  const path = `quickButtons.${at}`;
  const person = form.getValues().quickButtons[at]?.person ?? false;
  const fault = form.errors[`${path}.labels`];
  return (
    <Fieldset legend={t('button', { number })}>
      <Stack gap="sm">
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t('kindOf', { number })}
            size="xs"
            data={[
              { value: 'question', label: t('asksQuestion') },
              { value: 'person', label: t('asksPerson') },
            ]}
            value={person ? 'person' : 'question'}
            onChange={(kind) => form.setFieldValue(`${path}.person`, kind === 'person')}
          />
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={t('remove', { number })}
            onClick={() => form.removeListItem('quickButtons', at)}
          >
            {t('removeShort')}
          </Button>
        </Group>
        {fault && <Fault>{String(fault)}</Fault>}
        {LOCALES.map((locale) => (
          <SimpleGrid key={locale} cols={{ base: 1, xs: person ? 1 : 2 }} verticalSpacing="xs">
            <TextInput
              label={`${t('label')} (${t(locale)})`}
              maxLength={60}
              {...form.getInputProps(`${path}.labels.${locale}`)}
            />
            {!person && (
              <TextInput
                label={`${t('question')} (${t(locale)})`}
                placeholder={t('questionHint')}
                maxLength={500}
                {...form.getInputProps(`${path}.questions.${locale}`)}
              />
            )}
          </SimpleGrid>
        ))}
      </Stack>
    </Fieldset>
  );
}
