import { useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import type { DeviceContents } from '../../sync/installer-state.ts';
import { formatBytes } from '../format/numbers.ts';
import { packList } from '../packs.ts';
import { describeFailure } from './describe-failure.ts';
import { percentOf } from './describe-job.ts';
import type { ArchiveFiles, FileJob } from './file-job.ts';
import './file-section.css';
import './job-panel.css';

/** Saving what is installed to a file, and installing from one: between devices, without a network. */
export function FileSection({
  files,
  device,
  isBusy,
}: {
  readonly files: ArchiveFiles;
  readonly device: DeviceContents;
  /** Something is being installed or removed. */
  readonly isBusy: boolean;
}) {
  const job = useSyncExternalStore(files.subscribe, files.getState);
  const isAtWork = job.kind === 'saving' || job.kind === 'opening';
  const canOpen = !isBusy && !isAtWork;
  const canSave = canOpen && device.packs.length > 0;
  return (
    <section className="page-section" aria-labelledby="carry">
      <h2 id="carry">Carry it to another device</h2>
      <p className="page-lead">
        One file holds what is installed. Take it over on a stick or by any other way, and open it
        there: no network is needed, and every piece is checked on the way in.
      </p>
      <div className="file-ways">
        <div className="file-way">
          <h3>Save to a file</h3>
          <p className="muted small">
            {device.packs.length === 0
              ? 'Install a pack first: what is installed can be saved.'
              : `${packList(device.packs).replace(/^the/, 'The')}, ${formatBytes(installedBytes(device))}.`}
            {files.saving === 'gathered' &&
              ' This browser gathers the whole file before it saves it, which needs as much room again.'}
          </p>
          <button
            type="button"
            className="button"
            disabled={!canSave}
            onClick={() => void files.save(device.packs)}
          >
            Save archive to a file
          </button>
        </div>
        <DropZone isEnabled={canOpen} onFile={(file) => void files.open(file)} />
      </div>
      <FileStatus job={job} onCancel={files.cancel} />
    </section>
  );
}

function DropZone({
  isEnabled,
  onFile,
}: {
  readonly isEnabled: boolean;
  readonly onFile: (file: File) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function takeDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    // Else the browser would leave the page and show the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = isEnabled ? 'copy' : 'none';
    setIsOver(isEnabled);
  }

  return (
    <div
      className="file-way file-drop"
      data-over={isOver}
      onDragOver={takeDrag}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        takeDrag(event);
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined && isEnabled) onFile(file);
      }}
    >
      <h3>Open a file</h3>
      <p className="muted small">Choose an archive file, or drop it here.</p>
      <input
        ref={picker}
        type="file"
        accept=".tar,application/x-tar"
        aria-label="Archive file"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file can be chosen again after a failure.
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        className="button"
        disabled={!isEnabled}
        onClick={() => picker.current?.click()}
      >
        Open archive file
      </button>
    </div>
  );
}

function FileStatus({ job, onCancel }: { readonly job: FileJob; readonly onCancel: () => void }) {
  return (
    <div className="file-status" role="status">
      {(job.kind === 'saving' || job.kind === 'opening') && (
        <div className="job-panel">
          <p className="job-title">
            {job.kind === 'saving' ? 'Saving the archive' : `Opening ${job.fileName}`}
          </p>
          <p className="job-detail">
            {job.kind === 'saving'
              ? 'Each piece is checked on its way out.'
              : 'Each piece is checked before it is kept.'}
          </p>
          <progress
            className="job-bar"
            aria-label={job.kind === 'saving' ? 'Progress of saving' : 'Progress of opening'}
            value={job.doneBytes}
            max={job.totalBytes || 1}
          />
          <p className="job-figures number">
            {percentOf(job)} %, {formatBytes(job.doneBytes)} of {formatBytes(job.totalBytes)}
          </p>
          <div className="job-actions">
            <button type="button" className="button" onClick={onCancel}>
              Cancel
            </button>
          </div>
        </div>
      )}
      {job.kind === 'saved' && (
        <p>
          Saved as {job.fileName}, {formatBytes(job.bytes)}.
        </p>
      )}
      {job.kind === 'opened' && (
        <p>
          {packList(job.packs).replace(/^the/, 'The')} from {job.fileName}{' '}
          {job.packs.length === 1 ? 'is' : 'are'} installed.
        </p>
      )}
      {job.kind === 'failed' && (
        <div className="job-panel" data-tone="problem">
          <p className="job-title">
            {job.what === 'save' ? 'Nothing was saved: ' : 'Not installed: '}
            {lowerFirst(describeFailure(job.error).title)}
          </p>
          <p className="job-detail">{describeFailure(job.error).advice}</p>
        </div>
      )}
    </div>
  );
}

function installedBytes(device: DeviceContents): number {
  return device.stored
    .filter(({ pack }) => device.packs.includes(pack))
    .reduce((sum, { totalBytes }) => sum + totalBytes, 0);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
