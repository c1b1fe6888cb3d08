import { Button, ColorInput, Fieldset, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { ownTimeZone, TimeZoneSelect } from '../page/TimeZoneSelect';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { BOT, ChooseProfile, type Profile } from './documents';
import { fields, input, LOCALES } from './form';
import { DAYS, read } from './hours';
import { QuickButtons } from './QuickButtons';
import { words } from './words';

const COLOUR = /^(#[0-9a-f]{6})?$/i;

/** How the bot shows itself on a channel, saved as a whole. */
export function ProfileForm({ channelId, profile }: { channelId: string; profile: Profile | null }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: fields(profile, ownTimeZone()),
    validate: {
      colour: (colour) => (COLOUR.test(colour) ? null : t('colourRule')),
      openingHours: Object.fromEntries(
        DAYS.map((day) => [day, (text: string) => (read(day, text) ? null : t('hoursRule'))]),
      ),
      quickButtons: {
        labels: (labels, values, path) => {
          const at = Number(path.split('.')[1]);
          const others = values.quickButtons[at]?.others.length ?? 0;
          return others > 0 || Object.values(labels).some((label) => label.trim() !== '') ? null : t('labelRule');
        },
      },
    },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      await act(ChooseProfile, input(channelId, values));
      form.resetDirty(values);
      await queries.invalidateQueries({ queryKey: BOT });
      tellDone(t('saved'));
    },
    { colour: t('colourRule'), openingHours: t('hoursRule'), quickButtons: t('labelRule') },
  );

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <TextInput label={t('name')} description={t('nameHint')} maxLength={60} {...form.getInputProps('name')} />
        <Group grow align="flex-start">
          <TextInput
            label={t('initials')}
            description={t('initialsHint')}
            maxLength={8}
            {...form.getInputProps('initials')}
          />
          <ColorInput
            label={t('colour')}
            description={t('colourRule')}
            format="hex"
            withEyeDropper={false}
            {...form.getInputProps('colour')}
          />
        </Group>
        <Fieldset legend={t('greetings')}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('greetingsHint')}
            </Text>
            {LOCALES.map((locale) => (
              <Textarea
                key={locale}
                label={t(locale)}
                autosize
                minRows={1}
                maxRows={6}
                {...form.getInputProps(`greetings.${locale}`)}
              />
            ))}
          </Stack>
        </Fieldset>
        <QuickButtons form={form} />
        <Fieldset legend={t('hours')}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('hoursHint')}
            </Text>
            <TimeZoneSelect label={t('zone')} {...form.getInputProps('timeZone')} />
            <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="sm">
              {DAYS.map((day) => (
                <TextInput
                  key={day}
                  label={t(day)}
                  placeholder={t('closed')}
                  autoComplete="off"
                  {...form.getInputProps(`openingHours.${day}`)}
                />
              ))}
            </SimpleGrid>
            {form.errors.openingHours && <Fault>{String(form.errors.openingHours)}</Fault>}
          </Stack>
        </Fieldset>
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
