import { expect, test } from 'vitest';
import { faultsOf, rowsOf, split, synonymsOf } from './lists';

test('words stand one below another or with commas between, Chinese ones too', () => {
  expect(split('money back, return，退货、退款\n  refund ;refund')).toEqual([
    'money back',
    'return',
    '退货',
    '退款',
    'refund',
  ]);
});

test('a synonym goes into two fields and out of them as it was; an empty row is none', () => {
  const synonyms = [{ word: 'refund', others: ['money back', 'return'] }];

  expect(synonymsOf([...rowsOf(synonyms), { word: ' ', others: '' }])).toEqual(synonyms);
});

test('each row is told what is wrong with it', () => {
  expect(
    faultsOf([
      { word: 'refund', others: 'money back' },
      { word: '', others: 'return' },
      { word: 'cup', others: ' ' },
      { word: 'delivery', others: 'Money Back' },
      { word: 'tea', others: 'TEA' },
      { word: 'pot', others: 'x'.repeat(51) },
      { word: '', others: '' },
    ]),
  ).toEqual([null, 'needWord', 'needOthers', 'oneMeaning', 'oneMeaning', 'tooLong', null]);
});
