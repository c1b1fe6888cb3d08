import { expect, it } from 'vitest';
import { sheet } from './export';

it('writes each figure with its population and, for a rate, its interval', () => {
  const text = sheet({
    first: 'Channel',
    measures: [
      { metric: 'CONVERSATIONS', statistic: 'VALUE' },
      { metric: 'CSAT', statistic: 'VALUE' },
      { metric: 'QUEUE_WAIT', statistic: 'P90' },
    ],
    nameOf: ({ metric }) => metric,
    words: { population: 'n', low: 'low', high: 'high', seconds: 's' },
    rows: [
      {
        key: '1',
        name: 'Shop, Berlin',
        row: {
          keys: [],
          cells: [
            { value: 12, population: 12, low: null, high: null },
            { value: 0.75, population: 4, low: 0.3, high: 0.95 },
            { value: null, population: 0, low: null, high: null },
          ],
        },
      },
    ],
  });
  expect(text).toBe(
    '\uFEFFChannel,CONVERSATIONS,CSAT,CSAT: n,CSAT: low,CSAT: high,QUEUE_WAIT (s),QUEUE_WAIT (s): n\r\n' +
      '"Shop, Berlin",12,0.75,4,0.3,0.95,,0\r\n',
  );
});
