import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Attached, FileList } from './FileList';

const HOUR = 60 * 60_000;
const MAP = { id: 'f1', name: 'map.txt', type: 'text/plain', size: 10 };
const until = (ms: number) => new Date(Date.now() + ms).toISOString();
const old: Attached[] = [{ ...MAP, url: '/attachments/old', expiresAt: until(HOUR) }];

let followed: string[] = [];
let asked = 0;
const noted = (link: HTMLAnchorElement) => followed.push(new URL(link.href).pathname);

/** What the page's own handlers let through; a link that is in no page has none. */
const followedInPage = (event: Event) => {
  if (!event.defaultPrevented) noted(event.target as HTMLAnchorElement);
  event.preventDefault();
};
const click = HTMLAnchorElement.prototype.click;

beforeEach(() => {
  followed = [];
  asked = 0;
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['Date'] });
  document.addEventListener('click', followedInPage);
  HTMLAnchorElement.prototype.click = function () {
    if (this.isConnected) click.call(this);
    else noted(this);
  };
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.removeEventListener('click', followedInPage);
  HTMLAnchorElement.prototype.click = click;
  document.body.replaceChildren();
});

async function clicked(files: Attached[]) {
  const box = document.body.appendChild(document.createElement('div'));
  const again = async () => {
    asked++;
    return [{ ...MAP, url: '/attachments/new', expiresAt: until(HOUR) }];
  };
  const root = createRoot(box);
  await act(async () =>
    root.render(
      <MantineProvider>
        <FileList files={files} again={again} />
      </MantineProvider>,
    ),
  );
  const link = box.querySelector('a');
  await act(async () => link?.click());
  return box.querySelector('a')?.getAttribute('href');
}

test('a file is followed where its address still holds', async () => {
  expect(await clicked(old)).toBe('/attachments/old');
  expect(followed).toEqual(['/attachments/old']);
  expect(asked).toBe(0);
});

test('on a page that stayed open, a file is followed to the address it has now', async () => {
  vi.setSystemTime(Date.now() + HOUR + 1);

  expect(await clicked(old)).toBe('/attachments/new');
  expect(followed).toEqual(['/attachments/new']);
  expect(asked).toBe(1);
});
