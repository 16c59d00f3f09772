import 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.css';
import './styles/wholetime.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { kindOf } from './api/api-error';
import { sessionQuery } from './api/queries';
import { App } from './app';

const RETRIED = new Set(['offline', 'unavailable']);

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (kindOf(error) === 'unauthenticated') queries.setQueryData(sessionQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => RETRIED.has(kindOf(error)) && failures < 2,
    },
  },
});

/** A page this old may ask for parts that a newer release has replaced; reading it again brings the new ones. */
const FRESH_MILLISECONDS = 10_000;

window.addEventListener('vite:preloadError', (event) => {
  // Without a connection there is nothing to read again, and the page would be lost.
  if (performance.now() < FRESH_MILLISECONDS || !navigator.onLine) return;
  event.preventDefault();
  window.location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
