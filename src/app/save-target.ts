import { BUNDLE_MEDIA_TYPE } from '../format/bundle/bundle-file.ts';

/** Where an archive file is written to. */
export interface SaveTarget {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Makes the file complete. */
  close(): Promise<void>;
  /** Throws away what was written. */
  discard(): Promise<void>;
}

/** As much of the File System Access API as saving needs: TypeScript's own library lacks the picker. */
interface PickingWindow {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: readonly { description: string; accept: Record<string, readonly string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

function hasPicker(global: object): global is PickingWindow {
  return 'showSaveFilePicker' in global;
}

/** Whether this browser lets a page write to a file that the person chose: those on Chromium. */
export function canStreamToDisk(): boolean {
  return hasPicker(window);
}

/**
 * Asks the person where the file is to be, and opens it. Where the browser cannot write to it piece by
 * piece, pieces are gathered in the site's private files, on the disk and not in memory, and the whole is
 * handed over as a download; it then needs as much room again for a while.
 *
 * @throws AbortError when the person chooses none.
 */
export async function openSaveTarget(fileName: string): Promise<SaveTarget> {
  if (!hasPicker(window)) return openGatheringTarget(fileName);
  const handle = await window.showSaveFilePicker({
    suggestedName: fileName,
    types: [{ description: 'Papers With Code archive', accept: { [BUNDLE_MEDIA_TYPE]: ['.tar'] } }],
  });
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: () => stream.close(),
    discard: () => stream.abort(),
  };
}

const GATHERING_FILE = 'archive-being-saved.tar';

async function openGatheringTarget(fileName: string): Promise<SaveTarget> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(GATHERING_FILE, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    async close() {
      await stream.close();
      download(await handle.getFile(), fileName);
      // The browser reads the file while it saves it; the next save replaces it.
    },
    async discard() {
      await stream.abort();
      await folder.removeEntry(GATHERING_FILE).catch(() => undefined);
    },
  };
}

function download(file: File, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
}
