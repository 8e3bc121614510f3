import { createFileRoute } from '@tanstack/react-router';
import { useHostCheck, useInstaller, useInstallerState } from '../app/use-device.ts';
import { useOpenSnapshot } from '../app/use-open-snapshot.ts';
import { PageHead } from '../components/layout/page-head.tsx';
import { DevicePacks } from '../components/offline/device-packs.tsx';
import { SnapshotFacts } from '../components/offline/snapshot-facts.tsx';

export const Route = createFileRoute('/offline')({ component: OfflinePage });

/** Reads nothing before it is shown: it must open when nothing else does. */
function OfflinePage() {
  const { services } = Route.useRouteContext();
  const installer = useInstaller(services);
  const state = useInstallerState(installer);
  const { device } = state;
  useHostCheck(installer);
  const openSnapshot = useOpenSnapshot(services);
  return (
    <>
      <PageHead
        title="Offline"
        description="What of the archive is on this device, how large it is, and how to install or remove it."
      />
      <h1>Offline</h1>
      <p className="page-lead">
        Install the archive, or a part of it, and its pages open without a connection. Every piece
        is checked against its fingerprint before it is kept.
      </p>
      <DevicePacks
        installer={installer}
        state={state}
        needsReload={
          openSnapshot !== null && device.snapshot !== null && openSnapshot !== device.snapshot
        }
      />
      <SnapshotFacts
        device={device}
        host={state.host}
        addresses={services.host.addresses}
        storage={state.storage}
      />
    </>
  );
}
