import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queries } from '../transport/queries';
import { Looks } from './Looks';
import { router } from './router';

export function App() {
  return (
    <Looks>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Looks>
  );
}
