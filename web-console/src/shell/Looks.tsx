import { MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { LanguageProvider } from '../language/language';
import { theme, variables } from './theme';

const Notices = lazy(() => import('./Notices').then(({ Notices }) => ({ default: Notices })));

/** Language, colours and the corner for passing notices. */
export function Looks({ children }: { children: ReactNode }) {
  useEffect(() => {
    // early.js painted it for the first moment; from now on it follows her choice
    document.documentElement.style.removeProperty('background');
  }, []);
  return (
    <LanguageProvider>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        {children}
        <Suspense>
          <Notices />
        </Suspense>
      </MantineProvider>
    </LanguageProvider>
  );
}
