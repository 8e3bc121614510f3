/// <reference types="vite/client" />

/** Version of the app, from package.json. */
declare const __APP_VERSION__: string;

/** Keys of those whose snapshots the app takes: PWC_PUBLIC_KEYS at build time, checked there. */
declare const __PUBLIC_KEYS__: string;
