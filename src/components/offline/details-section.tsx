import type { ReactNode } from 'react';
import { FORMAT_VERSION, OLDEST_READABLE_VERSION } from '../../format/version.ts';
import type { Installer, InstallerState } from '../../sync/installer-state.ts';
import { formatDate } from '../format/dates.ts';
import { packList } from '../packs.ts';
import { describeAuthenticity } from './describe-authenticity.ts';
import './details-section.css';

/** Fingerprints, editions and versions, and the edition before, to go back to. */
export function DetailsSection({
  installer,
  state: { device, host },
  appVersion,
  canChange,
}: {
  readonly installer: Installer | null | undefined;
  readonly state: InstallerState;
  readonly appVersion: string;
  /** Whether editions may be changed now. */
  readonly canChange: boolean;
}) {
  const { previous } = device;
  return (
    <section className="page-section" aria-labelledby="details">
      <h2 id="details">Details</h2>
      <dl className="details">
        {device.manifest !== null && device.snapshot !== null && (
          <Detail name="Installed edition">
            {formatDate(device.manifest.date)} <Fingerprint id={device.snapshot} />
          </Detail>
        )}
        {host.kind === 'known' && (
          <Detail name="Edition at the host">
            {formatDate(host.manifest.date)} <Fingerprint id={host.id} />
            {device.snapshot === host.id && ', the same'}
            {host.isUpdate && `. Signed by: ${describeAuthenticity(host.authenticity).title}`}
            <br />
            <code>{host.from}</code>
          </Detail>
        )}
        {previous !== null && (
          <Detail name="Edition before">
            {formatDate(previous.manifest.date)} <Fingerprint id={previous.id} />, with{' '}
            {packList(previous.packs)}. It is kept, so that you can go back to it.
            <span className="detail-actions">
              <button
                type="button"
                className="button"
                disabled={!canChange}
                onClick={() => void installer?.rollBack()}
              >
                Go back to it
              </button>
              <button
                type="button"
                className="button"
                disabled={!canChange}
                onClick={() => void installer?.removePrevious()}
              >
                Remove it
              </button>
            </span>
          </Detail>
        )}
        <Detail name="App">
          Version {appVersion}, reads archives of format {readableFormats()}
        </Detail>
        <Detail name="Licence of the data">
          CC BY-SA 4.0. Name “Papers with Code” as the source, and share alike.
        </Detail>
      </dl>
    </section>
  );
}

function Detail({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Fingerprint({ id }: { readonly id: string }) {
  return <code title="Fingerprint of the edition">{id.slice(0, 8)}</code>;
}

function readableFormats(): string {
  // Widened: with one readable version the compiler knows that both are the same.
  const [oldest, newest]: number[] = [OLDEST_READABLE_VERSION, FORMAT_VERSION];
  return oldest === newest ? String(newest) : `${oldest} to ${newest}`;
}
