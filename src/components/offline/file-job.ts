import type { PackName } from '../../format/manifest.ts';

/** What is being done with an archive file. */
export type FileJob =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly kind: 'saved'; readonly fileName: string; readonly bytes: number }
  | {
      readonly kind: 'opening';
      readonly fileName: string;
      readonly doneBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 'opened'; readonly fileName: string; readonly packs: readonly PackName[] }
  | { readonly kind: 'failed'; readonly what: 'save' | 'open'; readonly error: Error };

/** Carries installed packs between devices in one file. */
export interface ArchiveFiles {
  getState(): FileJob;
  subscribe(listener: () => void): () => void;
  /** Asks where to, and writes installed packs there. Call it in the click. */
  save(packs: readonly PackName[]): Promise<void>;
  /** Installs what a file holds. What broke off goes on where it stopped when it is opened again. */
  open(file: File): Promise<void>;
  /** Stops saving or opening. */
  cancel(): void;
  /** How a file is saved here: straight to the disk, or gathered by the browser first. */
  readonly saving: 'streamed' | 'gathered';
}
