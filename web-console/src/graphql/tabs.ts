const TABS = '.graphiql-tabs[role], .graphiql-tab[role], .graphiql-tab[aria-selected]';

/**
 * GraphiQL's tabs hold buttons, but whatever is inside the role of a tab is nothing of its own to a screen reader. Without
 * those roles they are what they are: a list of buttons, one of them current. A ref; GraphiQL selects anew at each click.
 */
export function asButtons(editor: HTMLElement | null): (() => void) | undefined {
  if (!editor) return undefined;
  const tidy = () => {
    for (const element of editor.querySelectorAll(TABS)) {
      element.removeAttribute('role');
      const selected = element.getAttribute('aria-selected');
      element.removeAttribute('aria-selected');
      if (selected !== null) element.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', selected);
    }
  };
  const watch = new MutationObserver(tidy);
  watch.observe(editor, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['role', 'aria-selected'],
  });
  tidy();
  return () => watch.disconnect();
}
