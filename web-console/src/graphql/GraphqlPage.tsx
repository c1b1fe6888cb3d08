import 'graphiql/setup-workers/vite'; // before the editor, which looks for them
import 'graphiql/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { GraphiQL } from 'graphiql';
import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { EXAMPLES } from './examples';
import { fetcher } from './fetcher';
import classes from './GraphqlPage.module.css';
import { asButtons } from './tabs';
import { words } from './words';

const TABS = EXAMPLES.map(({ query, variables }) => ({ query, variables: variables ?? '' }));

/** The whole API by hand. */
export function GraphqlPage() {
  const t = useWords(words);
  const scheme = useComputedColorScheme('light');
  return (
    <Page title={t('title')} lead={t('lead')} width="full">
      <div className={classes.editor} ref={asButtons}>
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={TABS}
          forcedTheme={scheme}
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
        </GraphiQL>
      </div>
    </Page>
  );
}
