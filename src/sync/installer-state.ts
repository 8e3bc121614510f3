import type { BlockHash } from '../format/hash.ts';
import type { Manifest, PackName } from '../format/manifest.ts';
import type { Authenticity } from '../format/trust/judge-manifest.ts';

/** A snapshot that is or was installed here. */
export interface InstalledSnapshot {
  readonly id: BlockHash;
  readonly manifest: Manifest;
  readonly authenticity: Authenticity;
  /** Packs of it that are whole. */
  readonly packs: readonly PackName[];
}

/** How much of one pack is on the device: it grows by browsing and by installing. */
export interface PackOnDevice {
  readonly pack: PackName;
  /** Bytes of all its files. */
  readonly totalBytes: number;
  /** Bytes of those that are here. */
  readonly storedBytes: number;
}

/** What is on the device. */
export interface DeviceContents {
  /** Snapshot that pages read when they are opened now; null when nothing is installed. */
  readonly snapshot: BlockHash | null;
  readonly manifest: Manifest | null;
  readonly authenticity: Authenticity | null;
  /** Packs that are whole. */
  readonly packs: readonly PackName[];
  /** How much of each pack of that snapshot is here. Empty until it has been counted. */
  readonly stored: readonly PackOnDevice[];
  /** The snapshot before, kept to go back to until it is removed. */
  readonly previous: InstalledSnapshot | null;
  /**
   * Why what is installed is not used: this app does not believe its signer (SnapshotRefusedError), or
   * does not read its format (UnreadableVersionError, MalformedError). Then all else is empty.
   */
  readonly problem: Error | null;
}

/** Progress of one pack, in bytes as the host serves them. */
export interface PackProgress {
  readonly pack: PackName;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** Progress of an install. What was here before it began counts as done. */
export interface InstallProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly packs: readonly PackProgress[];
}

/** Why an install waits. */
export type WaitReason =
  /** The device has no connection. */
  | 'offline'
  /** No host answers. */
  | 'unreachable'
  /** A host asks for patience (429 or 5xx). */
  | 'busy';

/** A job at work, in this tab or in another. Plain data: tabs send it to each other. */
export type WorkingJob =
  /** Finds out what is to be fetched. */
  | { readonly kind: 'preparing'; readonly packs: readonly PackName[] }
  | {
      readonly kind: 'running';
      readonly packs: readonly PackName[];
      readonly progress: InstallProgress;
      /** Of the last seconds; null until there is something to measure. */
      readonly bytesPerSecond: number | null;
      readonly secondsLeft: number | null;
    }
  /** Goes on by itself, at the latest at `nextTryAt` (milliseconds since 1970). */
  | {
      readonly kind: 'waiting';
      readonly packs: readonly PackName[];
      readonly reason: WaitReason;
      readonly nextTryAt: number;
      /** null when it is not yet known what is to be fetched. */
      readonly progress: InstallProgress | null;
    }
  /** All is here; the new snapshot is tried out before pages read it. */
  | { readonly kind: 'testing'; readonly packs: readonly PackName[] }
  | { readonly kind: 'removing'; readonly packs: readonly PackName[] };

/** What the installer is doing. */
export type InstallJob =
  | { readonly kind: 'idle' }
  | WorkingJob
  /** Stopped until somebody resumes it: by the person, or because the device is full. */
  | {
      readonly kind: 'paused';
      readonly packs: readonly PackName[];
      readonly because: 'person' | 'storage-full';
      readonly progress: InstallProgress | null;
    }
  /**
   * The browser itself fetches the rest (Background Fetch) and shows its own progress; it goes on
   * when every page of the site is closed.
   */
  | {
      readonly kind: 'background';
      readonly packs: readonly PackName[];
      readonly progress: InstallProgress;
    }
  /** Another tab of this browser is at it; this one takes over if that tab closes. */
  | {
      readonly kind: 'elsewhere';
      /** null until the other tab has said. */
      readonly job: WorkingJob | null;
    }
  /**
   * Stopped by something that waiting does not mend. `error` is of a class that says what:
   * StorageFullError (what is missing stands in `progress`), HashMismatchError, HostRefusedError,
   * MirrorsFailedError, SelfTestError, SnapshotRefusedError, UnreadableVersionError, MalformedError,
   * StorageLostError; InstallFailedError when it happened in another tab or at an earlier visit. What
   * was fetched is kept.
   */
  | {
      readonly kind: 'failed';
      readonly packs: readonly PackName[];
      readonly error: Error;
      /** null when it failed before it was known what is to be fetched. */
      readonly progress: InstallProgress | null;
    };

/** Whether this tab is at it. */
export function isWorking(job: InstallJob): job is WorkingJob {
  switch (job.kind) {
    case 'preparing':
    case 'running':
    case 'waiting':
    case 'testing':
    case 'removing':
      return true;
    case 'idle':
    case 'paused':
    case 'failed':
    case 'background':
    case 'elsewhere':
      return false;
  }
}

/** What is known of the snapshot that the host has now. */
export type HostState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'known';
      readonly id: BlockHash;
      readonly manifest: Manifest;
      readonly authenticity: Authenticity;
      /** Address of the mirror that it came from. */
      readonly from: string;
      /** Whether it is another one than the installed, so that an update can be offered. */
      readonly isUpdate: boolean;
      /**
       * Bytes to fetch for the packs that are installed now, of files that are not on the device;
       * null when it is no update.
       */
      readonly updateBytes: number | null;
    }
  /** What the host has may not be used here; the error says why. What is installed stays. */
  | { readonly kind: 'refused'; readonly error: Error }
  | { readonly kind: 'unreachable'; readonly error: Error };

/** What was found missing of what is installed. It is fetched again by itself. */
export type StorageDamage =
  | { readonly kind: 'none' }
  /** Some files of installed packs are gone or damaged. */
  | {
      readonly kind: 'incomplete';
      readonly packs: readonly PackName[];
      readonly files: number;
      readonly bytes: number;
    }
  /** The browser, or somebody, has cleared everything that was installed. */
  | { readonly kind: 'cleared'; readonly packs: readonly PackName[] };

/** How safe the data is here. */
export interface StorageHealth {
  /**
   * Whether the browser promised not to clear the data by itself: asked for in the click that
   * installs. `unknown` where the browser does not say.
   */
  readonly persistence: 'promised' | 'not-promised' | 'unknown';
  /**
   * Whether this is a private window, where all is lost once it is closed. Only Firefox and Safari
   * give it away: `unknown` is no "no".
   */
  readonly privateWindow: 'yes' | 'unknown';
  /** Bytes in use by the site, the app itself included; null where the browser does not say. */
  readonly usedBytes: number | null;
  /** What was removed, or is of no use any more, is being deleted in this tab. */
  readonly isFreeing: boolean;
  readonly damage: StorageDamage;
}

export interface InstallerState {
  readonly device: DeviceContents;
  readonly job: InstallJob;
  readonly host: HostState;
  readonly storage: StorageHealth;
}

/** A device that holds nothing. */
export const NOTHING: DeviceContents = {
  snapshot: null,
  manifest: null,
  authenticity: null,
  packs: [],
  stored: [],
  previous: null,
  problem: null,
};

/** What an installer says before it has looked. */
export const INITIAL_STATE: InstallerState = {
  device: NOTHING,
  job: { kind: 'idle' },
  host: { kind: 'unknown' },
  storage: {
    persistence: 'unknown',
    privateWindow: 'unknown',
    usedBytes: null,
    isFreeing: false,
    damage: { kind: 'none' },
  },
};

/** A file to install from; a `File` is one. */
export interface FileSource {
  stream(): ReadableStream<Uint8Array>;
}

export interface FileListener {
  /** Bytes of the file that have been read. */
  readonly onProgress: (doneBytes: number) => void;
  readonly signal: AbortSignal;
}

/** Installs, updates, repairs and removes packs: one job at a time over all tabs, shown in each. */
export interface Installer {
  getState(): InstallerState;
  /** @returns a function that ends it. A new state is a new object. */
  subscribe(listener: () => void): () => void;
  /**
   * Reads what is on the device and goes on with an install that broke off (not with one that was
   * paused). Looks whether everything is there, and collects garbage, some seconds later when the browser is
   * idle. Resolves when it is known what the device holds; a job goes on behind it.
   */
  start(): Promise<void>;
  /**
   * Asks the host for its snapshot and says whether it is an update, and looks whether what is on the device
   * is all there. Never throws: see `host`.
   */
  checkHost(): Promise<void>;
  /**
   * Adds packs from what the host has now, in the order of PACK_NAMES. Packs installed before come
   * along to that snapshot, so that with packs installed already it is an update too. Call it in the
   * click: it asks the browser to keep the data. Resolves when the job has come to rest: see `job`.
   */
  install(packs: readonly PackName[]): Promise<void>;
  /** Brings what is installed to what the host has now. */
  update(): Promise<void>;
  /** Stops the job, in whatever tab it runs, until `resume`, also over restarts. */
  pause(): Promise<void>;
  /** Goes on with a paused or failed job. Resolves when it has come to rest. */
  resume(): Promise<void>;
  /** Stops the job and forgets it. Blocks fetched so far stay for the next time. */
  cancel(): Promise<void>;
  /**
   * Makes the previous snapshot the one that pages read, and the present one the previous. Needs no
   * connection. Pages that are open finish on what they read.
   */
  rollBack(): Promise<void>;
  /** Forgets the previous snapshot; its blocks go when no tab reads them any more. */
  removePrevious(): Promise<void>;
  /**
   * Takes packs off the device at once, previous snapshot included; the last one takes everything
   * with it.
   */
  remove(packs: readonly PackName[]): Promise<void>;
  /**
   * Installs the packs that an archive file holds, without a network; an install that runs makes way.
   * @returns the packs of that snapshot that are here afterwards.
   * @throws SnapshotRefusedError, TruncatedError, MalformedError, UnreadableVersionError,
   *   HashMismatchError, NoWholePackError, StorageFullError, SelfTestError; the signal's reason.
   */
  openFile(file: FileSource, listener: FileListener): Promise<readonly PackName[]>;
  /** Says that a file of an installed pack was missing or damaged when a page wanted it. */
  reportDamage(): void;
  /** Ends everything that this installer does in this tab. A job is left to other tabs. */
  close(): void;
}
