import { PACK_NAMES } from '../format/manifest.ts';
import type { InstalledNote } from '../sync/installer-options.ts';

const STORAGE_KEY = 'pwc2:installed';

/** In local storage, which is not cleared along with the database when somebody clears that by hand. */
export const installedNote: InstalledNote = {
  read() {
    try {
      const noted = localStorage.getItem(STORAGE_KEY)?.split(' ') ?? [];
      return PACK_NAMES.filter((pack) => noted.includes(pack));
    } catch {
      // Storage is switched off: nothing was noted.
      return [];
    }
  },
  write(packs) {
    try {
      if (packs.length === 0) localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, packs.join(' '));
    } catch {
      // Then a cleared device looks like a new one.
    }
  },
};
