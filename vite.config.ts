/**
 * How the app is built and served in development.
 *
 * `BASE_PATH` is the sub-path that the site will live under, e.g. `/papers-with-code-2/`; the default
 * is `/`. `PWC_SITE` is the site's whole address, for the description of its search. `PWC_MIRRORS` and
 * `PWC_PUBLIC_KEYS` say where snapshots come from and whose are believed: see scripts/vite/build-settings.ts. `APP_VERSION` is shown in place of package.json's. Output: dist/, which any static host can serve.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { buildSettings, readBuildSettings } from './scripts/vite/build-settings.ts';
import { compileHint } from './scripts/vite/compile-hint.ts';
import { devPolicy } from './scripts/vite/dev-policy.ts';
import { fallbackPage } from './scripts/vite/fallback-page.ts';
import { installPart } from './scripts/vite/install-part.ts';
import { nameOfStart } from './scripts/vite/name-of-start.ts';
import { openSearch } from './scripts/vite/open-search.ts';
import { preloadPages } from './scripts/vite/preload-pages.ts';
import { serveArchive } from './scripts/vite/serve-archive.ts';
import { woff2Only } from './scripts/vite/woff2-only.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const settings = readBuildSettings(process.env);
const workerPart = installPart();

export default defineConfig({
  base: process.env['BASE_PATH'] ?? '/',
  define: { __APP_VERSION__: JSON.stringify(process.env['APP_VERSION'] ?? version) },
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: 'src/routes',
      generatedRouteTree: 'src/app/route-tree.gen.ts',
      tmpDir: '.cache/router',
      autoCodeSplitting: true,
      // Shared links lead to boards and papers: there, data is asked for before the page's own script is here.
      codeSplittingOptions: {
        splitBehavior: ({ routeId }) =>
          ['/sota/$board', '/paper/$slug'].includes(routeId)
            ? [['component']]
            : [['loader', 'component']],
      },
      addExtensions: true,
      disableLogging: true,
    }),
    react(),
    buildSettings(settings),
    openSearch(settings.site),
    woff2Only(),
    devPolicy(),
    fallbackPage(),
    compileHint(),
    preloadPages(),
    workerPart.plugin,
    serveArchive('.cache/snapshots/sample'),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      // The page registers the worker itself and the web manifest is ours, in public/.
      injectRegister: false,
      manifest: false,
      integration: {
        // The plugin would name the output after the source; the address of a worker is for ever.
        beforeBuildServiceWorker(options) {
          options.swDest = join(dirname(options.swDest), 'sw.js');
          options.injectManifest.swDest = options.swDest;
        },
        configureCustomSWViteBuild(config) {
          config.define = {
            ...config.define,
            __INSTALL_PART__: JSON.stringify(workerPart.fileName()),
          };
        },
      },
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        // The worker keeps its second script itself.
        globIgnores: ['404.html', 'assets/install-part-*.js'],
        // A file above this limit is not dropped in silence: the plugin fails the build.
        maximumFileSizeToCacheInBytes: 5 * 1024 * 1024,
      },
    }),
  ],
  // The package offers bundlers what older browsers need; this is the same for today's, and smaller.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: { format: 'es' },
  build: {
    target: ['es2022', 'chrome120', 'safari17.4', 'firefox124'],
    // The content policy of index.html allows neither inline scripts nor data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // Changes less often than the app does, so returning visitors keep it.
              name: 'framework',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](react-router|router-core|history|react-store|store))[\\/]/,
              priority: 10,
            },
            {
              // What the app starts with, whether pages use it too or not: without a name it would be
              // many files, and at start every request counts. Not what is loaded on demand.
              name: nameOfStart('shell', resolve(import.meta.dirname, 'src/app/main.tsx')),
              priority: 8,
            },
            {
              name: 'virtual',
              test: /node_modules[\\/]@tanstack[\\/](react-virtual|virtual-core)/,
              priority: 7,
            },
            {
              // What several pages share, in one file: a request costs more than a few kilobytes.
              name: 'shared',
              test: /src[\\/](format[\\/](?!bundle|pasted-address|[a-z]+-key|addresses|records)|components[\\/]([a-z-]+\.tsx|(paper|controls|icons|text|layout)[\\/](?!page-links|paper-cards|paper-entry|task-chips).*\.(tsx|css)|format[\\/]|leaderboard[\\/](code-links|list-field|model-name)|compare[\\/]models-view|catalogue[\\/](address-problem|filter-box|filter-select|use-filter-text)))/,
              minShareCount: 2,
              priority: 6,
            },
            {
              // The table of a leaderboard, which comparisons have too.
              name: 'board-table',
              test: /node_modules[\\/]@tanstack[\\/](react-table|table-core)|src[\\/]components[\\/]leaderboard[\\/](?!chart|export|panels)/,
              minShareCount: 2,
              priority: 5,
            },
            {
              // Lists and tables of the catalogue's pages, which no shared link leads to first.
              name: 'catalogue',
              test: /src[\\/]components[\\/]catalogue[\\/](?!address-problem|filter-box|filter-select).*\.tsx/,
              minShareCount: 2,
              priority: 4,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
});
