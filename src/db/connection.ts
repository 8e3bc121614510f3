import { StorageUnavailableError } from './errors.ts';
import { DATABASE_NAME, SCHEMA_VERSION, STORES } from './schema.ts';

/** A connection to the app's database by the browser's own interface. */
export interface Connection {
  /**
   * Opens it, unless it is open. A connection that was closed, because the database is to be changed or
   * the browser wants its room, is opened anew by the next call, and the database made if it is gone.
   * @throws StorageUnavailableError where the browser has no database to offer, or one of another version.
   */
  open(): Promise<IDBDatabase>;
  close(): void;
}

/** Dexie counts versions in tens, to leave room for steps between them. */
const VERSION = SCHEMA_VERSION * 10;

export function createConnection(name = DATABASE_NAME): Connection {
  let opening: Promise<IDBDatabase> | null = null;
  let opened: IDBDatabase | null = null;

  async function open(): Promise<IDBDatabase> {
    try {
      opened = await openDatabase(name);
    } catch (cause) {
      opening = null;
      throw new StorageUnavailableError({ cause });
    }
    opened.addEventListener('versionchange', close);
    opened.addEventListener('close', close);
    return opened;
  }

  function close(): void {
    opened?.close();
    opened = null;
    opening = null;
  }

  return {
    open: () => (opening ??= open()),
    close,
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (oldVersion === 0) makeStores(request.result);
      // What an older app has stored is for Dexie to upgrade.
      else request.transaction?.abort();
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('It was not opened.')),
    );
  });
}

function makeStores(database: IDBDatabase): void {
  for (const [store, keyPath] of Object.entries(STORES)) {
    database.createObjectStore(store, { keyPath });
  }
}
