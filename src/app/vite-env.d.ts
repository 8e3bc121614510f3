/// <reference types="vite/client" />

/** Version of the app, from package.json. */
declare const __APP_VERSION__: string;
/** Where snapshots come from (scripts/vite/build-settings.ts). */
declare const __MIRRORS__: readonly string[];
/** Whose snapshots are believed. */
declare const __PUBLIC_KEYS__: string;
