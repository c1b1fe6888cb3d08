import { Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { Loaded } from '../../page/Loaded';
import { Section } from '../../page/Section';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { useMe } from '../../session/me';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedRule, ChooseGate, type GateRule, TRIALS } from './documents';
import { words } from './words';

/** What the company asks of a change before it goes out; administrators choose it. */
export function GateRuleSection() {
  const t = useWords(words);
  const { may } = useMe();
  const rule = useQuery(askedRule);
  return (
    <Section title={t('gate')} text={t('gateText')}>
      <Loaded query={rule}>
        {({ replayGate }) =>
          replayGate && (may('ADMIN') ? <RuleForm rule={replayGate} /> : <RuleText rule={replayGate} />)
        }
      </Loaded>
    </Section>
  );
}

function RuleText({ rule }: { rule: GateRule }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Text>
      {rule.worseLimit === null
        ? t('gateOff')
        : t('gateIs', { limit: format.number(rule.worseLimit), count: format.number(rule.customerQuestions) })}
    </Text>
  );
}

function RuleForm({ rule }: { rule: GateRule }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: {
      on: rule.worseLimit !== null,
      worseLimit: rule.worseLimit ?? 0,
      customerQuestions: rule.customerQuestions,
    },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ on, worseLimit, customerQuestions }) => {
    await act(ChooseGate, { worseLimit: on ? worseLimit : null, customerQuestions });
    form.resetDirty({ on, worseLimit, customerQuestions });
    await queries.invalidateQueries({ queryKey: TRIALS });
    tellDone(t('saved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md" maw={480}>
        <Fault>{fault}</Fault>
        <Switch label={t('gateOn')} {...form.getInputProps('on', { type: 'checkbox' })} />
        <NumberInput
          label={t('worseLimit')}
          min={0}
          max={100_000}
          allowDecimal={false}
          disabled={!form.values.on}
          {...form.getInputProps('worseLimit')}
        />
        <NumberInput
          label={t('customerQuestions')}
          description={t('customerQuestionsHint')}
          min={0}
          max={10_000}
          allowDecimal={false}
          {...form.getInputProps('customerQuestions')}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
