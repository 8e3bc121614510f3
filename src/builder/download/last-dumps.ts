import type { DumpName } from '../report.ts';

export interface DumpFacts {
  /** Bytes of the gzip file. */
  readonly bytes: number;
  /** SHA-256 of the gzip file, in hex. */
  readonly sha256: string;
}

/** Day of the last public dumps. */
export const LAST_DUMPS_DATE = '2025-07-28';

/** Sizes and sums of the last public dumps of Papers With Code, as they were published. */
export const LAST_DUMPS: Readonly<Record<DumpName, DumpFacts>> = {
  'papers-with-abstracts': {
    bytes: 563_802_312,
    sha256: '6a0a820800d4487d838ce96f12383ea9ae68ffac8ddd08c525c896cf30d4a260',
  },
  'links-between-papers-and-code': {
    bytes: 26_261_205,
    sha256: 'e7c60f2170880af3bd5a5b9469a951341435e4ccfd21d3d18393c52cfec24694',
  },
  'evaluation-tables': {
    bytes: 21_833_195,
    sha256: '9da9cd53fabf88bd7728551aadaf3dc91c86f87621c884ff7cc4da969b0d95ee',
  },
  methods: {
    bytes: 5_442_057,
    sha256: 'fc5a66d3274d8e39c7673563096bea94d9b52525c754ce944ff843d6f935ac7f',
  },
  datasets: {
    bytes: 8_418_281,
    sha256: '6ef923aaf24ff62c6ef567518728d4c85dba1b23eecbc8e1bb5ad5d6990fe25f',
  },
};
