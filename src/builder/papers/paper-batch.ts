import type { JoinKey } from '../citations.ts';
import { isJsonObject } from '../json.ts';
import { DumpReport, type ReportedFindings } from '../report.ts';
import { parsePaper, type RawPaper } from './parse-paper.ts';

/** Consecutive records of the papers dump, not yet looked into: what a thread gets. */
export interface RecordBatch {
  /** Number of its first record in the dump, counted from 1. */
  readonly firstRecord: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where in the bytes each record ends; the next begins there. */
  readonly ends: Int32Array;
}

/** What is known of a paper in memory; the rest is text for the spill. */
export interface PaperHead {
  readonly slug: string | null;
  readonly date: string | undefined;
  readonly title: string;
  readonly tasks: readonly string[];
  readonly methods: RawPaper['methods'];
  readonly joinKeys: readonly JoinKey[];
  /** Bytes of its core and of its abstract in the spill, one behind the other. */
  readonly coreBytes: number;
  readonly abstractBytes: number;
}

/** The records of a batch as papers, in their order, and why some are missing. */
export interface PaperBatch {
  readonly papers: readonly PaperHead[];
  /** Cores and abstracts of the papers, one behind the other. */
  readonly spilled: Uint8Array<ArrayBuffer>;
  readonly findings: ReportedFindings;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Parses and cleans the records of a batch: pure, and most of the work of reading. */
export function parsePaperBatch({ firstRecord, bytes, ends }: RecordBatch): PaperBatch {
  const report = new DumpReport();
  const papers: PaperHead[] = [];
  const pieces: Uint8Array[] = [];
  let begin = 0;
  for (const [place, end] of ends.entries()) {
    report.read = firstRecord + place;
    const paper = parseOne(bytes.subarray(begin, end), report);
    begin = end;
    if (paper === null) continue;
    const { head, core, abstract } = encodePaper(paper);
    papers.push(head);
    pieces.push(core, abstract);
  }
  const spilled = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    spilled.set(piece, at);
    at += piece.byteLength;
  }
  return { papers, spilled, findings: report.reported() };
}

/** A paper in the two forms in which it waits: in memory and on the disk. */
export function encodePaper({ core, abstract, ...rest }: RawPaper) {
  const coreBytes = encoder.encode(JSON.stringify(core));
  const abstractBytes = encoder.encode(abstract ?? '');
  const head: PaperHead = {
    ...rest,
    title: core.title,
    coreBytes: coreBytes.byteLength,
    abstractBytes: abstractBytes.byteLength,
  };
  return { head, core: coreBytes, abstract: abstractBytes };
}

function parseOne(bytes: Uint8Array, report: DumpReport): RawPaper | null {
  let record: unknown;
  try {
    record = JSON.parse(decoder.decode(bytes));
  } catch {
    report.drop('record that is not JSON', `record ${report.read}`);
    return null;
  }
  if (isJsonObject(record)) return parsePaper(record, report);
  report.drop('record that is not an object', `record ${report.read}`);
  return null;
}
