import { createFileRoute } from '@tanstack/react-router';
import {
  useArchiveFiles,
  useHostCheck,
  useInstaller,
  useInstallerState,
} from '../app/use-device.ts';
import { useOpenSnapshot } from '../app/use-open-snapshot.ts';
import { PageHead } from '../components/layout/page-head.tsx';
import { describeDevice } from '../components/offline/describe-device.ts';
import { DetailsSection } from '../components/offline/details-section.tsx';
import { DeviceSummary } from '../components/offline/device-summary.tsx';
import { FileSection } from '../components/offline/file-section.tsx';
import { PacksSection } from '../components/offline/packs-section.tsx';
import { ReloadNotice } from '../components/offline/reload-notice.tsx';
import { StorageSection } from '../components/offline/storage-section.tsx';

export const Route = createFileRoute('/offline')({ component: OfflinePage });

/** Reads nothing before it is shown: it must open when nothing else does. */
function OfflinePage() {
  const { services } = Route.useRouteContext();
  const installer = useInstaller(services);
  const files = useArchiveFiles(services);
  const state = useInstallerState(installer);
  const openSnapshot = useOpenSnapshot(services);
  const { device, job, host, storage } = state;
  useHostCheck(installer);
  const isBusy = job.kind !== 'idle' && job.kind !== 'failed' && job.kind !== 'paused';
  return (
    <>
      <PageHead
        title="Offline"
        description="What of the archive is on this device, how large it is, and how to install, update, save or remove it."
      />
      <h1>Offline</h1>
      <p className="page-lead">{describeDevice(device)}</p>
      {installer === null ? (
        <p className="notice">
          This browser window cannot store data, so nothing can be installed in it. That is so in
          some private windows, and where storage is switched off. Pages still work while you are
          online.
        </p>
      ) : (
        <>
          <DeviceSummary
            device={device}
            host={host}
            address={host.kind === 'known' ? host.from : (services.host.addresses[0] ?? '')}
          />
          {openSnapshot !== null &&
            device.snapshot !== null &&
            openSnapshot !== device.snapshot && <ReloadNotice />}
          <PacksSection installer={installer} state={state} />
          {files !== null && files !== undefined && (
            <FileSection files={files} device={device} isBusy={isBusy} />
          )}
          <StorageSection health={storage} hasData={device.packs.length > 0} />
        </>
      )}
      <DetailsSection
        installer={installer}
        state={state}
        appVersion={services.appVersion}
        canChange={!isBusy}
      />
    </>
  );
}
