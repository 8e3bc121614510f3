/**
 * A tab that can be killed at any moment: an installer in a worker, which `terminate` ends without a
 * word, as a browser ends a tab that crashes. Its locks go, its open transactions are undone.
 */
import { openTab } from './open-tab.ts';

// Vitest has every import that waits go by its runner, which a page has and a worker has not.
Object.assign(globalThis, {
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() },
});

const { searchParams } = new URL(location.href);
const device = searchParams.get('device');
const address = searchParams.get('address');
if (device === null || address === null) throw new Error('device and address were expected');

/** Loaded ahead of time, so that a test need not wait for it: it begins when it is told to. */
await new Promise((resolve) => {
  addEventListener('message', resolve, { once: true });
});
const tab = await openTab(device, { addresses: [address] });
await tab.installer.start();
const { pending, active } = (await tab.storage.device.read()).state;
if (pending === null && active === null)
  void tab.installer.install(['boards', 'papers', 'abstracts']);
