import { render } from 'preact';
import { expect, test } from 'vitest';
import { Markdown } from './Markdown';

function html(text: string) {
  const box = document.createElement('div');
  render(<Markdown text={text} />, box);
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

test('tags that answers may hold fall away, and their line breaks stay', () => {
  const box = html('so <b>much</b><br>more');

  expect(box.textContent).toBe('so muchmore');
  expect(box.querySelectorAll('br').length).toBe(1);
});

test('a span of days is not crossed out, and an address ends at Chinese punctuation', () => {
  const box = html('周一~周五，9:00~18:00，见 https://a.example/x，**谢谢**');

  expect(box.textContent).toBe('周一~周五，9:00~18:00，见 https://a.example/x，谢谢');
  expect(box.querySelector('del')).toBeNull();
  expect(hrefs(box)).toEqual(['https://a.example/x']);
  expect(box.querySelector('strong')?.textContent).toBe('谢谢');
});

test('lines stay lines, and half-written Markdown stays text', () => {
  expect(html('one\ntwo').querySelectorAll('br').length).toBe(1);
  expect(html('so **bo').textContent).toBe('so **bo');
  expect(html('see [here](https://a.exa').textContent).toBe('see [here](https://a.exa');
});

test('a table is reached by the keyboard under a name, and its columns stand as they were set', () => {
  const table = '| a | b |\n|---|--:|\n| 1 | 2 |';
  const scrolls = html(table).querySelector('[tabindex="0"]');

  expect(scrolls?.getAttribute('role')).toBe('group');
  expect(scrolls?.getAttribute('aria-label')).toBe('Table');
  expect([...html(table).querySelectorAll('td')].map((cell) => cell.getAttribute('align'))).toEqual([null, 'right']);

  document.documentElement.lang = 'zh-CN';
  expect(html(table).querySelector('[tabindex="0"]')?.getAttribute('aria-label')).toBe('表格');
  document.documentElement.lang = '';
});

test('what is ticked is told from what is not', () => {
  const items = [...html('- [x] done\n- [ ] open\n- other').querySelectorAll('li')];

  expect(items.map(({ textContent }) => textContent)).toEqual(['☑ done', '☐ open', 'other']);
});
