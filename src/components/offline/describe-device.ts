import { PACK_NAMES } from '../../format/manifest.ts';
import type { DeviceContents } from '../../sync/installer-state.ts';
import { packList } from '../packs.ts';

/** What works without a connection, in a sentence or two. */
export function describeDevice({ packs, problem }: DeviceContents): string {
  if (problem !== null) {
    return `What is installed here is not used. ${problem.message}`;
  }
  if (packs.length === 0) {
    return 'Install the archive, or a part of it, and its pages open without a connection: on a plane, in a basement, after this site is gone.';
  }
  if (packs.length === PACK_NAMES.length) {
    return 'The whole archive is on this device. Every page opens without a connection.';
  }
  const missing = PACK_NAMES.filter((pack) => !packs.includes(pack));
  return `${packList(packs)} ${packs.length === 1 ? 'is' : 'are'} on this device and open${packs.length === 1 ? 's' : ''} without a connection. ${packList(missing)} still need${missing.length === 1 ? 's' : ''} one.`;
}
