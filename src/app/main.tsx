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

const basePath = import.meta.env.BASE_URL;
const services = createServices(new URL(basePath, location.href).href, __APP_VERSION__);
const router = createAppRouter({ services }, basePath);

// Links inside descriptions: those to pages of the old site stay within this one.
const textLinks: TextLinks = {
  basePath,
  navigate: (path) => void router.navigate({ to: path }),
};

// The first page's data is fetched before anything is drawn. When it comes soon, the page is drawn once
// and whole; else its frame is drawn around an empty page.
const FRAME_AFTER_MS = 400;
const firstPage = router.load();
await Promise.race([
  firstPage,
  new Promise((resolve) => {
    setTimeout(resolve, FRAME_AFTER_MS);
  }),
]);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <TextLinksContext value={textLinks}>
      <RouterProvider router={router} />
    </TextLinksContext>
  </StrictMode>,
);

reloadOnLostChunk();
registerServiceWorker(basePath);
void firstPage.finally(() => setTimeout(markFirstPageShown));
// An install that broke off goes on by itself.
void whenIdle()
  .then(() => services.installer())
  .then((installer) => installer?.start());
