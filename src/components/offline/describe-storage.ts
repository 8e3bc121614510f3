import type { StorageHealth } from '../../sync/installer-state.ts';
import { formatBytes, formatPlural } from '../format/numbers.ts';
import { packList } from '../packs.ts';

/** One thing to know about how safe the data is here. */
export interface StorageNote {
  readonly tone: 'good' | 'plain' | 'attention' | 'problem';
  readonly title: string;
  readonly detail: string;
}

/** Storage health in words, what matters most first. */
export function describeStorage(health: StorageHealth, hasData: boolean): StorageNote[] {
  const notes: StorageNote[] = [];
  const { damage, persistence, privateWindow, usedBytes, isFreeing } = health;
  if (damage.kind === 'cleared') {
    notes.push({
      tone: 'problem',
      title: 'The browser has cleared what was installed',
      detail: `${packList(damage.packs)} were here and are gone. They are fetched again as soon as the host answers.`,
    });
  }
  if (damage.kind === 'incomplete') {
    notes.push({
      tone: 'problem',
      title: `${formatPlural(damage.files, 'file')} went missing (${formatBytes(damage.bytes)})`,
      detail: `${packList(damage.packs)} are no longer whole. What is missing is fetched again by itself.`,
    });
  }
  if (privateWindow === 'yes') {
    notes.push({
      tone: 'attention',
      title: 'This is a private window',
      detail: 'All that is installed here is lost when the last private window is closed.',
    });
  }
  if (hasData && persistence !== 'unknown') {
    notes.push(
      persistence === 'promised'
        ? {
            tone: 'good',
            title: 'Kept for good',
            detail: 'The browser has promised not to clear it by itself.',
          }
        : {
            tone: 'attention',
            title: 'Kept as long as there is room',
            detail:
              'The browser may clear it when the device runs short of space, and Safari after seven days without a visit. Adding this app to the home screen or the dock prevents that.',
          },
    );
  }
  notes.push({
    tone: 'plain',
    title:
      usedBytes === null
        ? 'The browser does not say what it uses'
        : `${formatBytes(usedBytes)} in use`,
    detail: isFreeing
      ? 'The room of what was removed is being freed: that takes some seconds.'
      : 'By this site in all, the app included. How much a browser would allow is not to be learned in advance: it says so when it is full, and what is whole is kept then.',
  });
  return notes;
}
