import { describe, expect, it } from 'vitest';
import { differences, lineDifferences, type Piece } from './diff';

/** `a [-old-]{+new+} b` */
const shown = (pieces: readonly Piece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'SAME' ? text : kind === 'REMOVED' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const textBefore = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ kind }) => kind !== 'ADDED')
    .map(({ text }) => text)
    .join('');
const textAfter = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ kind }) => kind !== 'REMOVED')
    .map(({ text }) => text)
    .join('');

describe('differences', () => {
  it('marks the word that changed', () => {
    expect(shown(differences('It takes five days.', 'It takes three days.', 'en'))).toBe(
      'It takes [-five-]{+three+} days.',
    );
  });

  it('cuts Chinese into words', () => {
    expect(shown(differences('请在订单详情页申请退款。', '请在订单详情页申请发票。', 'zh-CN'))).toBe(
      '请在订单详情页申请[-退款-]{+发票+}。',
    );
  });

  it('shows words that are new or gone', () => {
    expect(shown(differences('Refunds are free.', 'Refunds are always free.', 'en'))).toBe(
      'Refunds are {+always +}free.',
    );
    expect(shown(differences('请提供订单号码', '请提供', 'zh-CN'))).toBe('请提供[-订单号码-]');
  });

  it('takes the blank between two changed words into the change', () => {
    expect(shown(differences('pay by card now', 'pay with cash now', 'en'))).toBe('pay [-by card-]{+with cash+} now');
  });

  it('knows equal texts and empty ones', () => {
    expect(differences('SAME', 'SAME', 'en')).toEqual([{ kind: 'SAME', text: 'SAME' }]);
    expect(differences('', 'new', 'en')).toEqual([{ kind: 'ADDED', text: 'new' }]);
    expect(differences('old', '', 'en')).toEqual([{ kind: 'REMOVED', text: 'old' }]);
    expect(differences('', '', 'en')).toEqual([]);
  });

  it('loses nothing of either text', () => {
    const one =
      'Open your order, choose “Return”, print the label, and bring it to us within 14 days. Refunds are free.';
    const two =
      'Choose “Return” in your order; print the label and bring the box within 30 days. A refund is free. Always.';
    const pieces = differences(one, two, 'en');
    expect(textBefore(pieces)).toBe(one);
    expect(textAfter(pieces)).toBe(two);
    expect(pieces.some(({ kind, text }) => kind === 'SAME' && text.includes('print the label'))).toBe(true);
  });

  it('shows texts without anything in common as replaced, quickly', () => {
    const one = Array.from({ length: 3000 }, (_, i) => `a${i}`).join(' ');
    const two = Array.from({ length: 3000 }, (_, i) => `b${i}`).join('-');
    const pieces = differences(one, two, 'en');
    expect(pieces.map(({ kind }) => kind)).toEqual(['REMOVED', 'ADDED']);
    expect(textBefore(pieces)).toBe(one);
  });
});

describe('lineDifferences', () => {
  it('keeps the lines whole', () => {
    expect(lineDifferences(['a b', 'c', 'd'], ['a b', 'x', 'd', 'e'])).toEqual([
      { kind: 'SAME', text: 'a b' },
      { kind: 'REMOVED', text: 'c' },
      { kind: 'ADDED', text: 'x' },
      { kind: 'SAME', text: 'd' },
      { kind: 'ADDED', text: 'e' },
    ]);
  });
});
