import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceContents, Installer, InstallerState } from '../sync/installer.ts';
import type { Services } from './services.ts';

const NOTHING: DeviceContents = { snapshot: null, manifest: null, packs: [] };
const IDLE: InstallerState = { device: NOTHING, job: { kind: 'idle' } };

/** `undefined` until it is known whether this browser can store anything, then an installer or null. */
export function useInstaller(services: Services): Installer | null | undefined {
  const [installer, setInstaller] = useState<Installer | null>();
  useEffect(() => {
    let isCurrent = true;
    void services.installer().then((opened) => {
      if (isCurrent) setInstaller(opened);
    });
    return () => {
      isCurrent = false;
    };
  }, [services]);
  return installer;
}

/** What the installer does and what is on the device, kept up to date over all tabs. */
export function useInstallerState(installer: Installer | null | undefined): InstallerState {
  return useSyncExternalStore(
    (listener) => installer?.subscribe(listener) ?? (() => undefined),
    () => installer?.getState() ?? IDLE,
  );
}

/** What is on the device. */
export function useDevice(services: Services): DeviceContents {
  return useInstallerState(useInstaller(services)).device;
}
