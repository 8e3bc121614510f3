import { createMirroredHost } from './mirrored-host.ts';
import { createSnapshotHost, type HostOptions, type SnapshotHost } from './snapshot-host.ts';

/** The host behind one address, or the mirrors behind several, in the order of preference. */
export function openHost(addresses: readonly string[], options: HostOptions): SnapshotHost {
  const hosts = addresses.map((address) => createSnapshotHost(address, options));
  const [only] = hosts;
  return only !== undefined && hosts.length === 1 ? only : createMirroredHost(hosts, options.now);
}
