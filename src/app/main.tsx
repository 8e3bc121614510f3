import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextLinksContext, type TextLinks } from '../components/text/text-links.ts';
import { createAppRouter } from './router.ts';
import { createServices } from './services.ts';
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

// The first page's data is fetched while React starts, not after.
void router.load();

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
// An install that broke off goes on by itself.
void services.installer().then((installer) => installer?.start());
