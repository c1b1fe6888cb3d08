import { describe, expect, it } from 'vitest';
import { actOf } from './shortcuts';

function stroke(key: string, more: Partial<KeyboardEventInit> & { target?: EventTarget | null } = {}) {
  const { target = document.body, ...init } = more;
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat } = new KeyboardEvent('keydown', {
    key,
    ...init,
  });
  return {
    key,
    ctrlKey,
    metaKey,
    altKey,
    isComposing: init.isComposing ?? isComposing,
    defaultPrevented,
    repeat,
    target,
  };
}

function inside(html: string): Element | null {
  document.body.innerHTML = html;
  return document.body.querySelector('.here');
}

describe('a key', () => {
  it('acts by what it types', () => {
    expect(['j', 'J', '/', '?', 'x'].map((key) => actOf(stroke(key)))).toEqual([
      'next',
      'next',
      'knowledge',
      'help',
      null,
    ]);
  });

  it('does nothing together with a key of the browser or the system', () => {
    expect([{ ctrlKey: true }, { metaKey: true }, { altKey: true }].map((more) => actOf(stroke('r', more)))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('does nothing where she writes, chooses or answers a dialog', () => {
    const places = [
      '<textarea class="here"></textarea>',
      '<div contenteditable><b class="here">text</b></div>',
      '<div role="dialog"><button class="here">Close</button></div>',
      '<div role="menu"><button class="here">Item</button></div>',
    ];
    expect(places.map((html) => actOf(stroke('e', { target: inside(html) })))).toEqual([null, null, null, null]);
  });

  it('acts where a button or a link has the focus', () => {
    expect(actOf(stroke('e', { target: inside('<a href="/" class="here">Lin</a>') }))).toBe('close');
  });

  it('does nothing while an input method composes', () => {
    expect(actOf(stroke('n', { isComposing: true }))).toBeNull();
  });

  it('goes on through the list while it is held, and does everything else once', () => {
    expect(['j', 'e'].map((key) => actOf(stroke(key, { repeat: true })))).toEqual(['next', null]);
  });
});
