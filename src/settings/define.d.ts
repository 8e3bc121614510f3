/** Version of the app. */
declare const __APP_VERSION__: string;
/** Where snapshots come from (scripts/vite/build-settings.ts). */
declare const __MIRRORS__: readonly string[];
/** Whether there is more than one of them. */
declare const __HAS_MIRRORS__: boolean;
/** Whose snapshots are believed. */
declare const __PUBLIC_KEYS__: string;
