import { PACK_NAMES, packBytes, type PackName } from '../../format/manifest.ts';
import type { InstallJob, Installer, InstallerState } from '../../sync/installer-state.ts';
import { formatDate } from '../format/dates.ts';
import { formatBytes } from '../format/numbers.ts';
import { DownloadIcon } from '../icons/icons.tsx';
import { describeFailure } from './describe-failure.ts';
import { JobPanel } from './job-panel.tsx';
import { PackTable } from './pack-table.tsx';
import './packs-section.css';

/** The packs, and under them either what can be done or what is being done. */
export function PacksSection({
  installer,
  state,
}: {
  /** undefined until it is known. */
  readonly installer: Installer | undefined;
  readonly state: InstallerState;
}) {
  const { device, job, host } = state;
  // A failed job waits for nobody: whoever installs something else gives it up.
  const isBusy = job.kind !== 'idle' && job.kind !== 'failed';
  const manifest = host.kind === 'known' ? host.manifest : device.manifest;
  const canInstall = installer !== undefined && host.kind === 'known' && !isBusy;
  return (
    <section className="page-section" aria-labelledby="packs">
      <h2 id="packs">Packs</h2>
      <HostNotice state={state} />
      <PackTable
        manifest={manifest}
        device={device}
        progress={progressByPack(job)}
        onInstall={canInstall ? (pack) => void installer.install([pack]) : null}
        onRemove={
          installer === undefined || isBusy ? null : (pack) => void installer.remove([pack])
        }
      />
      <div className="packs-foot">
        {job.kind === 'idle' || installer === undefined ? (
          <PackActions installer={installer} state={state} canInstall={canInstall} />
        ) : (
          <JobPanel job={job} installer={installer} />
        )}
      </div>
    </section>
  );
}

function PackActions({
  installer,
  state: { device, host },
  canInstall,
}: {
  readonly installer: Installer | undefined;
  readonly state: InstallerState;
  readonly canInstall: boolean;
}) {
  const missing = PACK_NAMES.filter((pack) => !device.packs.includes(pack));
  const manifest = host.kind === 'known' ? host.manifest : null;
  const missingBytes =
    manifest === null
      ? null
      : missing.reduce(
          (sum, pack) => sum + packBytes(manifest, pack) - storedBytes(device.stored, pack),
          0,
        );
  return (
    <div className="pack-actions">
      {host.kind === 'known' && host.isUpdate && (
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={!canInstall}
          onClick={() => void installer?.update()}
        >
          <DownloadIcon />
          Update to {formatDate(host.manifest.date)}
          {host.updateBytes !== null && ` (${formatBytes(host.updateBytes)})`}
        </button>
      )}
      {missing.length > 1 && (
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={!canInstall}
          onClick={() => void installer?.install(PACK_NAMES)}
        >
          <DownloadIcon />
          Install {missing.length === PACK_NAMES.length ? 'everything' : 'the rest'}
          {missingBytes !== null && ` (${formatBytes(missingBytes)})`}
        </button>
      )}
      {device.packs.length > 1 && (
        <button
          type="button"
          className="button"
          disabled={installer === undefined}
          onClick={() => void installer?.remove(PACK_NAMES)}
        >
          Remove everything
        </button>
      )}
    </div>
  );
}

/** Why nothing can be fetched now, if so. */
function HostNotice({ state: { host, device } }: { readonly state: InstallerState }) {
  if (host.kind !== 'unreachable' && host.kind !== 'refused') return null;
  const { title, advice } = describeFailure(host.error);
  return (
    <div className="notice" role="status">
      <p>
        <strong>{title}.</strong> Nothing can be installed or updated right now.
        {device.packs.length > 0 && ' What is installed keeps working.'}
      </p>
      <p className="muted">{advice}</p>
    </div>
  );
}

function storedBytes(stored: InstallerState['device']['stored'], pack: PackName): number {
  return stored.find((found) => found.pack === pack)?.storedBytes ?? 0;
}

function progressByPack(
  job: InstallJob,
): ReadonlyMap<PackName, { doneBytes: number; totalBytes: number }> {
  const work = job.kind === 'elsewhere' ? job.job : job;
  const progress = work !== null && 'progress' in work ? work.progress : null;
  return new Map(progress?.packs.map((pack) => [pack.pack, pack]));
}
