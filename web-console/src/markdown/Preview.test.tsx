import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Preview } from './Preview';

const seen = (text: string) =>
  renderToStaticMarkup(
    <MantineProvider withGlobalClasses={false} withCssVariables={false}>
      <Preview text={text} locale="zh-CN" />
    </MantineProvider>,
  );

test('an answer without Markdown is not shown twice', () => {
  expect(seen('满 99 元包邮，周一至周五发货。')).not.toContain('<section');
  expect(seen('满 **99 元** 包邮')).toContain('As customers see it');
});
