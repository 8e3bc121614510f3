import type { Disk } from './disk.ts';
import { dumpOfRecord } from './dump-kinds.ts';
import { InputError } from './input-error.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { explainDumpError, openDump } from './open-dump.ts';
import type { DumpName, DumpReport } from './report.ts';
import { ArraySplitter, type ElementProblem } from './split-array.ts';

/** A larger record is dropped; the largest known one, a task with its subtasks, has a few MB. */
const MAX_ELEMENT_BYTES = 64 * 1024 * 1024;

/** Brackets open at once. Real records stay under 20; this keeps every walk from running deep. */
const MAX_DEPTH = 200;

/** Records that are looked at to see whether the file is what its name says. */
const PROBE_RECORDS = 20;

const PROBLEMS: Readonly<Record<ElementProblem, string>> = {
  'too large': 'record larger than 64 MB',
  'too deep': `record nested deeper than ${MAX_DEPTH} levels`,
};

export interface DumpSource {
  readonly disk: Disk;
  readonly path: string;
  readonly name: DumpName;
  readonly report: DumpReport;
  readonly signal: AbortSignal;
  readonly onRead: (bytes: number) => void;
}

/**
 * Reads a dump record by record. What is not a JSON object is dropped with a reason.
 * @param onRecord takes a record and says whether it was kept; if not, it has reported why.
 * @throws InputError when the file is not this dump, is damaged or cannot be read.
 */
export async function readDump(
  source: DumpSource,
  onRecord: (record: JsonObject) => boolean,
): Promise<void> {
  const { report } = source;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  await readRecordBytes(source, (bytes, number) => {
    const record = parseRecord(decoder.decode(bytes));
    if (record === undefined) report.drop('record that is not JSON', `record ${number}`);
    else if (!isJsonObject(record)) report.drop('record that is not an object', `record ${number}`);
    else if (onRecord(record)) report.kept++;
  });
}

/**
 * Cuts a dump into the bytes of its records. Those too large or too deep are dropped with a reason.
 * @param onRecord takes the bytes of a record, and its number counted from 1.
 * @param afterChunk waited for after every piece of the file: the place to let others catch up.
 * @throws InputError when the file is not this dump, is damaged or cannot be read.
 */
export async function readRecordBytes(
  source: DumpSource,
  onRecord: (bytes: Uint8Array, number: number) => void,
  afterChunk?: () => Promise<void>,
): Promise<void> {
  const { report, signal } = source;
  const probe = new KindProbe(source.name, source.path);
  const splitter = new ArraySplitter(
    { maxElementBytes: MAX_ELEMENT_BYTES, maxDepth: MAX_DEPTH },
    (bytes, problem) => {
      report.read++;
      if (bytes === null) {
        report.drop(PROBLEMS[problem ?? 'too large'], `record ${report.read}`);
        return;
      }
      probe.look(bytes);
      onRecord(bytes, report.read);
    },
  );
  try {
    for await (const chunk of openDump(source.disk, source.path, source.onRead)) {
      signal.throwIfAborted();
      splitter.push(chunk);
      await afterChunk?.();
    }
    splitter.end();
  } catch (error) {
    throw explainDumpError(error, source.path);
  }
  probe.decide();
}

/** The value of some JSON text; undefined, which JSON cannot say, when it is none. */
function parseRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Judges by the first records whether a file holds what its name says. */
class KindProbe {
  readonly #expected: DumpName;
  readonly #path: string;
  readonly #seen = new Map<DumpName | null, number>();
  #looks = 0;

  constructor(expected: DumpName, path: string) {
    this.#expected = expected;
    this.#path = path;
  }

  look(bytes: Uint8Array): void {
    if (this.#looks >= PROBE_RECORDS) return;
    const record = parseRecord(new TextDecoder().decode(bytes));
    if (!isJsonObject(record)) return;
    this.#looks++;
    const kind = dumpOfRecord(record);
    this.#seen.set(kind, (this.#seen.get(kind) ?? 0) + 1);
    if (this.#looks === PROBE_RECORDS) this.decide();
  }

  /** @throws InputError when none of the records that were seen is of the expected kind. */
  decide(): void {
    if (this.#looks === 0 || this.#seen.has(this.#expected)) return;
    const other = [...this.#seen.keys()].find((kind) => kind !== null);
    const found = other === undefined ? 'records of no known dump' : `records of the dump ${other}`;
    throw new InputError(
      `${this.#path} holds ${found}; by its name ${this.#expected} was expected: give each file its own name.`,
    );
  }
}
