import type { DeviceContents, HostState } from '../../sync/installer-state.ts';
import { formatDate } from '../format/dates.ts';

/** How what is on the device compares with what the host has. */
export function describeFreshness(device: DeviceContents, host: HostState): string {
  const isInstalled = device.snapshot !== null;
  switch (host.kind) {
    case 'known':
      if (!isInstalled) return 'What the host has now.';
      if (!host.isUpdate) return 'The newest that the host has.';
      return host.manifest.date === device.manifest?.date
        ? 'The host has another edition of the same day.'
        : `The host has one of ${formatDate(host.manifest.date)}.`;
    case 'refused':
      return 'What the host has now is refused; see below.';
    case 'unreachable':
      return isInstalled ? 'Whether there is a newer one cannot be asked now.' : '';
    case 'asking':
    case 'unknown':
      return 'Asking the host what it has.';
  }
}
