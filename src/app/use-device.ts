import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ArchiveFiles } from '../components/offline/file-job.ts';
import {
  INITIAL_STATE,
  type DeviceContents,
  type Installer,
  type InstallerState,
} from '../sync/installer-state.ts';
import type { Services } from './services.ts';

/** `undefined` until it is known whether this browser can store anything, then an installer or null. */
export function useInstaller(services: Services): Installer | null | undefined {
  return useOpened(services, openInstaller);
}

/** The same for archive files. */
export function useArchiveFiles(services: Services): ArchiveFiles | null | undefined {
  return useOpened(services, openFiles);
}

const openInstaller = (services: Services) => services.installer();
const openFiles = (services: Services) => services.archiveFiles();

/** @param open always the same function. */
function useOpened<T>(services: Services, open: (services: Services) => Promise<T>): T | undefined {
  const [opened, setOpened] = useState<T>();
  useEffect(() => {
    let isCurrent = true;
    void open(services).then((value) => {
      if (isCurrent) setOpened(value);
    });
    return () => {
      isCurrent = false;
    };
  }, [services, open]);
  return opened;
}

/** What the installer does and what is on the device, kept up to date over all tabs. */
export function useInstallerState(installer: Installer | null | undefined): InstallerState {
  return useSyncExternalStore(
    (listener) => installer?.subscribe(listener) ?? (() => undefined),
    () => installer?.getState() ?? INITIAL_STATE,
  );
}

/** What is on the device. */
export function useDevice(services: Services): DeviceContents {
  return useInstallerState(useInstaller(services)).device;
}

/** Asks the host for what it has now, again whenever the device comes online or holds another snapshot. */
export function useHostCheck(installer: Installer | null | undefined): void {
  useEffect(() => {
    if (installer === null || installer === undefined) return undefined;
    const ask = () => void installer.checkHost();
    let held = installer.getState().device.snapshot;
    const unsubscribe = installer.subscribe(() => {
      const { snapshot } = installer.getState().device;
      if (snapshot === held) return;
      held = snapshot;
      ask();
    });
    ask();
    addEventListener('online', ask);
    return () => {
      unsubscribe();
      removeEventListener('online', ask);
    };
  }, [installer]);
}
