import { expect, test } from 'vitest';
import { line } from './line';

test('words stay, marks fall away', () => {
  const text =
    '# 运费\n\n**满 99 元** 包邮，*偏远地区*除外：\n\n- [x] 开票\n- `A-1`\n\n| 地区 | 费用 |\n|:--|---:|\n| 华东 | ¥8 |\n\n> 见[政策](https://a.example/x)';

  expect(line(text)).toBe('运费 满 99 元 包邮，偏远地区除外： 开票 A-1 地区 费用 华东 ¥8 见政策');
});

test('what only looks like marks stays', () => {
  expect(line('周一~周五 9:00~18:00，2 * 3 = 6，a_b_c，C# -5°')).toBe('周一~周五 9:00~18:00，2 * 3 = 6，a_b_c，C# -5°');
});
