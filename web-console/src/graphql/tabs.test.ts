import { expect, test } from 'vitest';
import { asButtons } from './tabs';

test('the button of the selected tab is the current one, also after another was selected', async () => {
  const editor = document.createElement('div');
  editor.innerHTML = `<ul class="graphiql-tabs" role="tablist">
    <li class="graphiql-tab" role="tab" aria-selected="true"><button class="graphiql-tab-button">One</button></li>
    <li class="graphiql-tab" role="tab" aria-selected="false"><button class="graphiql-tab-button">Two</button></li></ul>`;
  document.body.append(editor);
  const stop = asButtons(editor);
  const current = () => [...editor.querySelectorAll('button')].map((button) => button.getAttribute('aria-current'));

  expect(editor.querySelectorAll('[role], [aria-selected]')).toHaveLength(0);
  expect(current()).toEqual(['true', 'false']);

  editor.querySelectorAll('li').forEach((tab, place) => {
    tab.setAttribute('aria-selected', `${place === 1}`);
  });
  await new Promise((resolve) => setTimeout(resolve));

  expect(current()).toEqual(['false', 'true']);
  stop?.();
});
