/**
 * The stores of the app's database, each with the field that is its key. Dexie makes and upgrades them;
 * a connection without Dexie makes them where there is no database at all. Versions only grow; a change of
 * shape comes with an `upgrade` in database.ts.
 */
export const SCHEMA_VERSION = 1;
export const STORES = { blocks: 'hash', snapshots: 'id', state: 'key' } as const;

export const DATABASE_NAME = 'papers-with-code-2';
