import type { Profile } from './documents';
import { DAYS, type Day, read, written } from './hours';

/** The languages that the form has fields for; what a profile says in others stays as it is. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const MOST_BUTTONS = 6;

export interface ButtonFields {
  key: string;
  person: boolean;
  labels: Record<Locale, string>;
  questions: Record<Locale, string>;
  others: Profile['quickButtons'][number]['wordings'];
}

export type Fields = {
  name: string;
  initials: string;
  colour: string;
  timeZone: string;
  openingHours: Record<Day, string>;
  greetings: Record<Locale, string>;
  otherGreetings: Profile['greetings'];
  quickButtons: ButtonFields[];
};

const inEach = (text: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, text(locale)])) as Record<Locale, string>;

const isOther = ({ locale }: { locale: string }) => !LOCALES.some((each) => each === locale);

let made = 0;

/** A button that says nothing yet. */
export function newButton(): ButtonFields {
  return { key: `b${made++}`, person: false, labels: inEach(() => ''), questions: inEach(() => ''), others: [] };
}

/** A profile as the form has it. */
export function fields(profile: Profile | null, timeZone: string): Fields {
  const hours = profile?.openingHours ?? [];
  const greetings = profile?.greetings ?? [];
  return {
    name: profile?.name ?? '',
    initials: profile?.initials ?? '',
    colour: profile?.colour ?? '',
    timeZone: profile?.timeZone ?? timeZone,
    openingHours: Object.fromEntries(DAYS.map((day) => [day, written(day, hours)])) as Record<Day, string>,
    greetings: inEach((locale) => greetings.find((each) => each.locale === locale)?.text ?? ''),
    otherGreetings: greetings.filter(isOther),
    quickButtons: (profile?.quickButtons ?? []).map(({ person, wordings }) => ({
      ...newButton(),
      person,
      labels: inEach((locale) => wordings.find((each) => each.locale === locale)?.label ?? ''),
      questions: inEach((locale) => wordings.find((each) => each.locale === locale)?.question ?? ''),
      others: wordings.filter(isOther),
    })),
  };
}

/** The form as the API takes it. */
export function input(channelId: string, values: Fields) {
  return {
    channelId,
    name: values.name,
    initials: values.initials,
    colour: values.colour,
    timeZone: values.timeZone,
    openingHours: DAYS.flatMap((day) => read(day, values.openingHours[day]) ?? []),
    greetings: [
      ...LOCALES.map((locale) => ({ locale, text: values.greetings[locale] })).filter(({ text }) => text.trim() !== ''),
      ...values.otherGreetings,
    ],
    quickButtons: values.quickButtons.map(({ person, labels, questions, others }) => ({
      person,
      wordings: [
        ...LOCALES.filter((locale) => labels[locale].trim() !== '').map((locale) => ({
          locale,
          label: labels[locale],
          question: person ? null : questions[locale] || null,
        })),
        ...others.map((each) => ({ ...each, question: person ? null : each.question })),
      ],
    })),
  };
}
