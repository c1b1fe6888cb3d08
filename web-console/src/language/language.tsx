import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

export type Language = 'en' | 'zh-CN';
export const LANGUAGES: readonly { language: Language; name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '简体中文' },
];

const KEPT = 'wenda.language';

/** A folder's words: what is missing in one language does not compile. */
export type Words<Key extends string> = { en: Record<Key, string>; zh: Record<Key, string> };

/** `export const words = dictionary({ title: 'Desk' }, { title: '工作台' })` */
export function dictionary<Key extends string>(en: Record<Key, string>, zh: Record<NoInfer<Key>, string>): Words<Key> {
  return { en, zh };
}

type Values = Record<string, string | number>;

/** Puts values into a text: `{name}`. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

type Chosen = { language: Language; choose: (language: Language) => void };
const Choice = createContext<Chosen>({ language: 'en', choose: () => {} });

export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT) ?? navigator.languages.find((tag) => /^(en|zh)\b/.test(tag)) ?? 'en';
  return kept.startsWith('zh') ? 'zh-CN' : 'en';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo<Chosen>(
    () => ({
      language,
      choose: (next) => {
        localStorage.setItem(KEPT, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Choice value={chosen}>{children}</Choice>;
}

export function useLanguage(): Chosen {
  return use(Choice);
}

/** A folder's words in her language: `const t = useWords(words); t('title')`. */
export function useWords<Key extends string>(words: Words<Key>): (key: Key, values?: Values) => string {
  const { language } = useLanguage();
  const texts = language === 'zh-CN' ? words.zh : words.en;
  return useMemo(() => (key, values) => filled(texts[key], values), [texts]);
}
