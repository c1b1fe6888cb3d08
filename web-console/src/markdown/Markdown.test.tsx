import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './Markdown';

function html(text: string) {
  const box = document.createElement('div');
  box.innerHTML = renderToStaticMarkup(
    <MantineProvider withGlobalClasses={false} withCssVariables={false}>
      <Markdown text={text} />
    </MantineProvider>,
  );
  return box;
}

const hrefs = (box: Element) => [...box.querySelectorAll('a')].map((link) => link.getAttribute('href'));

test('lists, tables, words and code become what they are', () => {
  const box = html('# Fees\n\n- **one** *two*\n- `three`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n<b>\n```');

  expect(box.querySelector('h1')).toBeNull();
  expect(box.querySelector('p strong')?.textContent).toBe('Fees');
  expect(box.querySelectorAll('ul > li').length).toBe(2);
  expect(box.querySelector('li strong')?.textContent).toBe('one');
  expect(box.querySelector('li em')?.textContent).toBe('two');
  expect(box.querySelector('td')?.textContent).toBe('1');
  expect(box.querySelector('[tabindex="0"]')?.getAttribute('aria-label')).toBe('Table');
  expect(box.querySelector('pre')?.textContent).toBe('<b>');
});

test('links lead to the web and to mail only', () => {
  const box = html(
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](JaVaScRiPt&#58;alert(1)) [d](vbscript:x) ' +
      '![e](javascript:alert(1)) <javascript:alert(1)> [f](//evil.example) [g](https://a.example/?x=1&amp;y=2) [h](mailto:a@a.example)',
  );

  expect(hrefs(box)).toEqual(['https://a.example/?x=1&y=2', 'mailto:a@a.example']);
  expect(box.querySelector('a')?.rel).toBe('noopener noreferrer nofollow');
  expect(box.querySelector('a')?.target).toBe('_blank');
});

test('HTML stays text, wherever it stands', () => {
  const box = html(
    '<img src=x onerror=alert(1)>\n\n- **<button onclick="x">y</button>**\n\n| <script>a</script> |\n|---|\n| [<img src=x onerror=a>](https://a.example) |\n\n&lt;script&gt;',
  );

  expect(box.querySelectorAll('img, script, button, [onerror], [onclick]').length).toBe(0);
  expect(box.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(box.textContent).toContain('<script>');
});
