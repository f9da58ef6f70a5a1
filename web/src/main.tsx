import './api/zod-setup.ts';
import './design/design.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { createRouter } from './app/router.tsx';
import { chosenTheme, showTheme } from './design/theme.ts';
import { firstLanguage, speak } from './messages/language.ts';
import { endSession } from './session/end-session.ts';
import { isPaused } from './session/pause.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const client = createQueryClient(() => {
  // A page that waits for its reader knows already, and keeps what was typed.
  if (!isPaused()) endSession(client);
});

showTheme(chosenTheme());
await speak(firstLanguage());

createRoot(root).render(
  <StrictMode>
    <App client={client}>
      <RouterProvider router={createRouter(client)} />
    </App>
  </StrictMode>,
);
