import { expect, test } from 'vitest';
import { pasted } from './csv';

test('each line is a question with what it expects', () => {
  const id = `kne_${'a'.repeat(26)}`;
  const text = `question,locale,expected\nHow do I pay?,en,${id}\r\n"Where, please?",,"Where is ""the"" shop?"\n面包怎么烤,zh-CN,\n`;

  expect(pasted(text, 'en')).toEqual({
    questions: [
      { question: 'How do I pay?', locale: 'en', expectedEntryId: id },
      { question: 'Where, please?', locale: 'en', expectedQuestion: 'Where is "the" shop?' },
      { question: '面包怎么烤', locale: 'zh-CN' },
    ],
    faults: [],
  });
});

test('cells of a spreadsheet are divided by tabs', () => {
  expect(pasted('怎么退款，几天\tzh-CN\t退款多久到账', 'en').questions).toEqual([
    { question: '怎么退款，几天', locale: 'zh-CN', expectedQuestion: '退款多久到账' },
  ]);
});

test('lines that are no question are named', () => {
  expect(pasted('a,en\n,en,b\nc,not a tag\nd,en,e,f', 'en')).toEqual({
    questions: [{ question: 'a', locale: 'en' }],
    faults: [2, 3, 4],
  });
});
