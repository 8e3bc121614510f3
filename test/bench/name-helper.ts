/**
 * tsx compiles with esbuild's `keepNames`, which wraps functions in calls of a helper that exists only
 * in Node's copy of the module. Functions that are handed to the page need it there too.
 */
export const NAME_HELPER = { content: 'globalThis.__name = (value) => value;' };
