import type { ReactNode } from 'react';
import type { DeviceContents, HostState } from '../../sync/installer-state.ts';
import { formatDate } from '../format/dates.ts';
import { formatBytes } from '../format/numbers.ts';
import { describeAuthenticity } from './describe-authenticity.ts';
import { describeFreshness } from './describe-freshness.ts';
import './device-summary.css';

/** What is on this device, in four figures: how much, of when, from where, signed by whom. */
export function DeviceSummary({
  device,
  host,
  address,
}: {
  readonly device: DeviceContents;
  readonly host: HostState;
  /** Where the archive comes from. */
  readonly address: string;
}) {
  const storedBytes = device.stored.reduce((sum, pack) => sum + pack.storedBytes, 0);
  const authenticity = device.authenticity ?? (host.kind === 'known' ? host.authenticity : null);
  const signer = authenticity === null ? null : describeAuthenticity(authenticity);
  const date = device.manifest?.date ?? (host.kind === 'known' ? host.manifest.date : null);
  return (
    <dl className="device-summary">
      <Figure
        name="On this device"
        value={device.packs.length === 0 ? 'Nothing' : formatBytes(storedBytes)}
      >
        {device.packs.length === 0
          ? 'Pages that you have seen are kept all the same.'
          : `${device.packs.length} of 3 packs, each checked piece by piece.`}
      </Figure>
      <Figure name="As of" value={date === null ? 'Not known yet' : formatDate(date)}>
        {describeFreshness(device, host)}
      </Figure>
      <Figure name="From" value={placeOf(address)} isText>
        {host.kind === 'unreachable' ? 'Does not answer right now.' : address}
      </Figure>
      <Figure name="Signed by" value={signer?.title ?? 'Not known yet'} isText>
        {signer?.detail ?? 'To be seen when the host answers.'}
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  value,
  isText = false,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly isText?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="device-figure" data-kind={isText ? 'text' : 'number'}>
          {value}
        </span>
        <span className="device-figure-note">{children}</span>
      </dd>
    </div>
  );
}

/** The name of a host, or the address itself when it is none. */
function placeOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
