import { expect, it } from 'vitest';
import { words as arabic } from './ar';
import { words as english, type Words } from './en';
import { language } from './language';
import { words as simplified } from './zh-cn';
import { words as traditional } from './zh-tw';

it('isTheNearestToWhatIsWishedFor', async () => {
  const wishes = ['en-GB', 'zh', 'zh-CN', 'zh-Hans-SG', 'zh-TW', 'zh-HK', 'zh-Hant-MO', 'ar-EG', 'fr', ''];

  const chosen = await Promise.all(wishes.map(language));

  expect(chosen.map(({ locale }) => locale)).toEqual([
    'en',
    'zh-CN',
    'zh-CN',
    'zh-CN',
    'zh-TW',
    'zh-TW',
    'zh-TW',
    'ar',
    'en',
    'en',
  ]);
  expect(chosen.find(({ locale }) => locale === 'ar')?.direction).toBe('rtl');
});

it('putsTheSameThingsIntoTheSameWordsInEveryLanguage', () => {
  const put = (words: Words) =>
    Object.entries(words)
      .filter(([, text]) => text.includes('{0}'))
      .map(([name]) => name);

  for (const words of [simplified, traditional, arabic]) expect(put(words)).toEqual(put(english));
});
