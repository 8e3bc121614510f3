const STORAGE_KEY = 'pwc2:visited';

/** Whether this browser has been here before, so that its database may hold something. */
export function mayHoldData(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    // Storage is switched off; the database will say so too.
    return false;
  }
}

/** From now on the database is asked first. */
export function rememberVisit(): void {
  try {
    localStorage.setItem(STORAGE_KEY, '1');
  } catch {
    // Nothing is stored here, so there is nothing to remember.
  }
}
