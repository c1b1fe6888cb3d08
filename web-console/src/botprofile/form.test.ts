import { expect, it } from 'vitest';
import type { Profile } from './documents';
import { fields, input } from './form';

const PROFILE: Profile = {
  name: '小茶',
  initials: '茶',
  colour: '#0a7f5a',
  timeZone: 'Asia/Shanghai',
  openingHours: [{ day: 'MONDAY', from: '09:00', until: '00:00' }],
  greetings: [
    { locale: 'zh-CN', text: '您好' },
    { locale: 'ar', text: 'مرحبا' },
  ],
  quickButtons: [
    {
      person: false,
      wordings: [
        { locale: 'en', label: 'Refunds', question: 'How long does a refund take?' },
        { locale: 'ar', label: 'مرحبا', question: null },
      ],
    },
    { person: true, wordings: [{ locale: 'en', label: 'A person', question: null }] },
  ],
};

it('sendsBackWhatItWasGivenLanguagesWithoutFieldsToo', () => {
  const { channelId, ...sent } = input('chn_1', fields(PROFILE, 'UTC'));

  expect(channelId).toBe('chn_1');
  expect(sent).toEqual(PROFILE);
});

it('asksNothingByAButtonThatAsksForAPerson', () => {
  const values = fields(PROFILE, 'UTC');

  const sent = input('chn_1', { ...values, quickButtons: values.quickButtons.map((it) => ({ ...it, person: true })) });

  expect(sent.quickButtons.flatMap(({ wordings }) => wordings.map(({ question }) => question))).toEqual([
    null,
    null,
    null,
  ]);
});
