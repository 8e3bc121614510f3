/** What a browser test and the archive lab say to each other. */

declare module 'vitest' {
  export interface ProvidedContext {
    archiveLabUrl: string;
  }
}

export interface LabSetup {
  /** What the archive holds before `files`: the sample's snapshot, or nothing. */
  readonly base: 'sample' | 'empty';
  /** Files by path inside the snapshot, in base64; null takes one away. They hide those of the base. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly faults?: readonly LabFault[];
  /** false: a host that knows no ranges and always sends the whole file. */
  readonly ranges?: boolean;
}

/** Something that goes wrong with the files whose path contains `path`. The first that fits counts. */
export type LabFault = {
  readonly path: string;
  /** Requests that are answered in order before the fault begins; default 0. */
  readonly skip?: number;
  /** How many requests meet it; default all. */
  readonly times?: number;
  /** Wait before the answer, with any kind. */
  readonly delayMs?: number;
} & (
  | { readonly kind: 'slow' }
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Value of the header Retry-After. */
      readonly retryAfter?: string;
    }
  /** The body has one other byte in its middle. */
  | { readonly kind: 'flip-byte' }
  /** Half of the body, as if it were all. */
  | { readonly kind: 'truncate' }
  /** Half of the body, then silence. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'hang-up' }
);

export interface LabRequest {
  /** Inside the snapshot. */
  readonly path: string;
  /** Value of the header Range, where there was one. */
  readonly range?: string;
  /** 0: the connection was cut. */
  readonly status: number;
}
