import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextLinksContext, type TextLinks } from '../components/text/text-links.ts';
import { createAppRouter } from './router.ts';
import { createServices } from './services.ts';
import { markFirstPageShown, whenIdle } from './when-idle.ts';
import { reloadOnLostChunk, registerServiceWorker } from './service-worker-client.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

const FRAME_AFTER_MS = 400;

const basePath = import.meta.env.BASE_URL;
const services = createServices(new URL(basePath, location.href).href);
const router = createAppRouter({ services }, basePath);

// Links inside descriptions: those to pages of the old site stay within this one.
const textLinks: TextLinks = {
  basePath,
  navigate: (path) => void router.navigate({ to: path }),
};

/**
 * Draws the app. The first page's data is fetched before: when it comes soon, the page is drawn once and
 * whole; else its frame is drawn around an empty page.
 */
async function start(firstPage: Promise<void>): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id "root".');
  await Promise.race([
    firstPage,
    new Promise((resolve) => {
      setTimeout(resolve, FRAME_AFTER_MS);
    }),
  ]);
  createRoot(root).render(
    <StrictMode>
      <TextLinksContext value={textLinks}>
        <RouterProvider router={router} />
      </TextLinksContext>
    </StrictMode>,
  );
}

// In a task of its own. Awaited here it would hold up the chunks of pages, which import from this module
// and wait until it has ended; and developer tools, which note the stack of every request, would have
// to parse this whole file again for the first one.
setTimeout(() => {
  const firstPage = router.load();
  void start(firstPage);
  void firstPage.finally(() => setTimeout(markFirstPageShown));
});

reloadOnLostChunk();
registerServiceWorker(basePath);
// An install that broke off goes on by itself.
void whenIdle()
  .then(() => services.installer())
  .then((installer) => installer?.start());
