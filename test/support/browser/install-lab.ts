/** A small archive on a real host and tabs that install it. */
import { onTestFinished } from 'vitest';
import { waitFor } from '../../../src/sync/wait-for.ts';
import { makeSnapshot, type MadeSnapshot } from '../make-snapshot.ts';
import { labArchive, type LabArchive } from './lab-archive.ts';
import { openTab, type Tab, type TabOptions } from './open-tab.ts';

export const SLUGS = Array.from(
  { length: 40 },
  (_, number) => `paper-${String(number).padStart(3, '0')}`,
);

/** Forty papers, two in a block, each in a file of its own. Those from the twentieth on carry the suffix in their titles. */
export function papersSnapshot(
  suffix = '',
  date = '2025-07-28',
  blocksPerVolume = 1,
): Promise<MadeSnapshot> {
  return makeSnapshot({
    date,
    blocksPerVolume,
    records: {
      overview: [{ areas: [], notable: [], latest: [] }],
      papers: SLUGS.map((slug, n) => ({ slug, title: n < 20 ? slug : slug + suffix, authors: [] })),
      'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
      abstracts: SLUGS.map((slug) => `About ${slug}`),
    },
    dictionary: 'About paper-0',
  });
}

/** The same, seven blocks in a volume. */
export const volumesSnapshot = (suffix = '', date = '2025-07-28'): Promise<MadeSnapshot> =>
  papersSnapshot(suffix, date, 7);

let devices = 0;

/** Name of a device that nobody has used. */
export function newDevice(): string {
  devices += 1;
  return `device-${Date.now()}-${devices}`;
}

/** A tab, closed when the test ends. Tabs of one device share its name. */
export async function tabOf(
  lab: Pick<LabArchive, 'url'>,
  device = newDevice(),
  options: Partial<TabOptions> = {},
): Promise<Tab> {
  const tab = await openTab(device, { addresses: [lab.url], ...options });
  onTestFinished(() => tab.close());
  return tab;
}

export function labWith(snapshot: MadeSnapshot): Promise<LabArchive> {
  return labArchive({ files: snapshot.files });
}

/** Paths of hashed files that were asked for, oldest first. */
export async function blockRequests(lab: LabArchive): Promise<string[]> {
  return (await lab.requests())
    .map(({ path }) => path)
    .filter((path) => path.startsWith('blocks/'));
}

export async function hostIsGone(lab: LabArchive): Promise<void> {
  await lab.change({ files: {}, faults: [{ path: '', kind: 'hang-up' }] });
}

/** How many hashed files were asked for, once the answers that were on their way are done. */
export async function requestsAtRest(lab: LabArchive): Promise<number> {
  for (let before = -1; ;) {
    const now = (await blockRequests(lab)).length;
    if (now === before) return now;
    before = now;
    await waitFor(150, new AbortController().signal);
  }
}
