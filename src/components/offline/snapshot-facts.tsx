import type { DeviceContents, HostState, StorageHealth } from '../../sync/installer-state.ts';
import { formatDate } from '../format/dates.ts';
import { formatBytes } from '../format/numbers.ts';

/** Where the data comes from, how fresh it is, and how safe it is here. */
export function SnapshotFacts({
  device,
  host,
  addresses,
  storage,
}: {
  readonly device: DeviceContents;
  readonly host: HostState;
  readonly addresses: readonly string[];
  readonly storage: StorageHealth;
}) {
  const isInstalled = device.packs.length > 0;
  return (
    <section className="page-section" aria-labelledby="details">
      <h2 id="details">Details</h2>
      <dl className="facts">
        <Fact name="On this device">
          {device.manifest === null ? (
            'Nothing is installed. Pages you have seen are kept all the same.'
          ) : (
            <>
              The archive of {formatDate(device.manifest.date)}{' '}
              <code title="Fingerprint of the snapshot">{device.snapshot?.slice(0, 8)}</code>
            </>
          )}
        </Fact>
        <Fact name="At the host">
          {host.kind === 'known' && (
            <>
              The archive of {formatDate(host.manifest.date)}{' '}
              <code title="Fingerprint of the snapshot">{host.id.slice(0, 8)}</code>
              {device.snapshot === host.id && ', the same'}
            </>
          )}
          {(host.kind === 'asking' || host.kind === 'unknown') && 'Asking'}
          {host.kind === 'unreachable' && 'Cannot be reached'}
          {host.kind === 'refused' && host.error.message}
        </Fact>
        <Fact name="Addresses">
          {addresses.map((address) => (
            <div key={address}>
              <code>{address}</code>
            </div>
          ))}
        </Fact>
        <Fact name="Storage in use">
          {storage.usedBytes === null
            ? 'The browser does not say'
            : `${formatBytes(storage.usedBytes)}, the app itself included`}
        </Fact>
        {isInstalled && storage.persistence !== 'unknown' && (
          <Fact name="Kept for good">
            {storage.persistence === 'promised'
              ? 'Yes: the browser will not clear it by itself.'
              : 'Not promised: the browser may clear it when the device runs out of space. Adding the app to the home screen helps.'}
          </Fact>
        )}
        <Fact name="Licence of the data">
          CC BY-SA 4.0. Name “Papers with Code” as the source, and share alike.
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
