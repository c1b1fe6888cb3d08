import { afterEach, expect, test, vi } from 'vitest';
import { Failed } from '../../transport/failure';
import { exportPath, sendFile } from './files';

afterEach(() => vi.unstubAllGlobals());

const answering = (status: number, body: object) =>
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ...body, path }), { status })),
  );

test('an export is of what the list shows', () => {
  expect(exportPath('csv', {})).toBe('/files/knowledge.csv');
  expect(exportPath('md', { text: '退 款', state: 'DRAFT' })).toBe(
    '/files/knowledge.md?text=%E9%80%80+%E6%AC%BE&state=DRAFT',
  );
});

test('a file is sent under its name', async () => {
  answering(201, { id: 'upl_1' });

  expect(await sendFile(new File(['x'], '知识 1.csv'))).toEqual({
    id: 'upl_1',
    path: '/files?name=%E7%9F%A5%E8%AF%86%201.csv',
  });
});

test('a refused file says why', async () => {
  answering(400, { errors: [{ message: 'the file is empty', extensions: { code: 'BAD_REQUEST' } }] });

  await expect(sendFile(new File([], 'x.csv'))).rejects.toEqual(
    new Failed({ kind: 'refused', code: 'BAD_REQUEST', message: 'the file is empty' }),
  );
});
