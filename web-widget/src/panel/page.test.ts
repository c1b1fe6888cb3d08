import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from './page';

const fetched = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = `<meta name="wenda-panel-ticket" content="first"><meta name="wenda-channel" content='{"key":"k","company":"Tea House"}'>`;
  fetched.mockImplementation(async () => new Response('<meta name="wenda-panel-ticket" content="second">'));
  vi.stubGlobal('fetch', fetched);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockReset();
});

it('knowsTheChannelAsTheServerDescribedIt', () => {
  expect(page().channel).toEqual({ key: 'k', company: 'Tea House' });
});

it('usesItsOwnTicketWhileThatIsGood', async () => {
  const here = page();
  vi.advanceTimersByTime(8 * 60_000);

  expect(await here.ticket()).toBe('first');
  expect(fetched).not.toHaveBeenCalled();
});

it('fetchesItselfForAnotherTicketWhereItsOwnIsOldOrNotBelieved', async () => {
  const here = page();
  vi.advanceTimersByTime(10 * 60_000);
  expect(await here.ticket()).toBe('second');
  expect(await here.ticket()).toBe('second');
  expect(fetched).toHaveBeenCalledTimes(1);

  here.spent();
  expect(await here.ticket()).toBe('second');
  expect(fetched).toHaveBeenCalledTimes(2);
});

it('hasNoTicketWhereThePageIsNotThereAnyMore', async () => {
  fetched.mockImplementation(async () => new Response('', { status: 404 }));
  const here = page();
  here.spent();

  expect(await here.ticket()).toBeNull();
});
