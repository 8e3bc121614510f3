import { hashBytes } from '../../format/hash.ts';
import { MAX_BLOCK_BYTES, MAX_BLOCK_RAW_BYTES } from '../../format/limits.ts';
import { encodeKeyedLine, encodeNumberedLine } from '../../format/lines.ts';
import {
  RECORD_SECTIONS,
  type ManifestSection,
  type RecordSectionName,
} from '../../format/manifest.ts';
import type { SectionOrder } from '../../format/index-line.ts';
import type { BlockEntry } from '../../format/section-index.ts';
import { BlockCutter } from './block-cutter.ts';
import type { Packer } from './packer.ts';
import { SECTION_PLANS } from './section-plan.ts';
import type { WrittenDictionary } from './write-dictionary.ts';
import { shrinkRecord } from './shrink-record.ts';
import { VolumeWriter } from './volume-writer.ts';
import { writeIndex } from './write-index.ts';

/** Where a section's files go. */
export interface SectionOutput {
  readonly packer: Packer;
  /** Writes a file by its path within the snapshot. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Says that a record had to be made smaller to fit. */
  readonly onShrunk: (section: RecordSectionName, key: string) => void;
}

/** What a finished section is like. */
export interface WrittenSection {
  readonly section: ManifestSection;
  /** Packed sizes of its blocks, in their order. */
  readonly blockBytes: readonly number[];
  readonly rawBytes: number;
}

interface PendingBlock {
  readonly lines: readonly string[];
  readonly rawBytes: number;
  readonly firstKey: string;
  /** The record of a block of one, which may have to be made smaller. */
  readonly only: { readonly key: string; readonly record: unknown };
}

/**
 * Writes one section: collects records into blocks, has them packed, names them by their hash, and
 * writes the index at the end.
 */
export class SectionWriter {
  readonly #name: RecordSectionName;
  readonly #order: SectionOrder;
  readonly #output: SectionOutput;
  readonly #dictionary: WrittenDictionary | null;
  readonly #cutter: BlockCutter;
  readonly #encoder = new TextEncoder();
  #lines: string[] = [];
  #rawBytes = 0;
  #firstKey = '';
  #lastKey = '';
  #only: PendingBlock['only'] = { key: '', record: null };
  #firstNumber = 0;
  /** Blocks in work, oldest first. */
  #pending: Promise<{ entry: BlockEntry; packed: Uint8Array<ArrayBuffer> }>[] = [];
  readonly #volumes: VolumeWriter;

  /** @param dictionary what all blocks of the section are packed with. */
  constructor(
    name: RecordSectionName,
    output: SectionOutput,
    dictionary: WrittenDictionary | null = null,
  ) {
    this.#name = name;
    this.#dictionary = dictionary;
    this.#order = RECORD_SECTIONS[name].order;
    this.#output = output;
    this.#volumes = new VolumeWriter(output.write);
    this.#cutter = new BlockCutter(SECTION_PLANS[name]);
  }

  /**
   * Adds the next record. In a section by key, keys must come in ascending order; in one by number
   * the key only steers where blocks end.
   */
  async add(key: string, record: unknown): Promise<void> {
    const line = this.#encodeLine(key, record);
    const bytes = Buffer.byteLength(line);
    if (this.#order === 'key' && key <= this.#lastKey) {
      throw new Error(`Key ${key} of section ${this.#name} comes after ${this.#lastKey}`);
    }
    this.#lastKey = key;
    const { endsBefore, endsAfter } = this.#cutter.add(key, bytes);
    if (endsBefore) await this.#endBlock();
    if (this.#lines.length === 0) this.#firstKey = key;
    this.#lines.push(line);
    this.#rawBytes += bytes;
    this.#only = { key, record };
    if (endsAfter) await this.#endBlock();
  }

  async finish(): Promise<WrittenSection> {
    await this.#endBlock();
    await this.#settle(0);
    const entries = await this.#volumes.finish();
    const blockBytes = entries.map(({ bytes }) => bytes);
    const { codec } = SECTION_PLANS[this.#name];
    return {
      section: {
        pack: RECORD_SECTIONS[this.#name].pack,
        order: this.#order,
        records: this.#firstNumber,
        blocks: entries.length,
        bytes: blockBytes.reduce((sum, bytes) => sum + bytes, 0),
        codec,
        ...(await writeIndex(this.#name, { order: this.#order, codec }, entries, this.#output)),
        ...(this.#dictionary !== null && { dictionary: this.#dictionary.file }),
      },
      blockBytes,
      rawBytes: entries.reduce((sum, entry) => sum + entry.rawBytes, 0),
    };
  }

  #encodeLine(key: string, record: unknown): string {
    return this.#order === 'key' ? encodeKeyedLine(key, record) : encodeNumberedLine(record);
  }

  async #endBlock(): Promise<void> {
    if (this.#lines.length === 0) return;
    const block: PendingBlock = {
      lines: this.#lines,
      rawBytes: this.#rawBytes,
      firstKey: this.#order === 'key' ? this.#firstKey : '',
      only: this.#only,
    };
    const work = this.#packBlock(block, this.#firstNumber);
    // A failure is met when the block is awaited; until then Node must not call it unhandled.
    work.catch(() => {});
    this.#pending.push(work);
    this.#firstNumber += this.#lines.length;
    this.#lines = [];
    this.#rawBytes = 0;
    await this.#settle(this.#output.packer.width);
  }

  /** Waits until no more than so many blocks are in work. */
  async #settle(most: number): Promise<void> {
    while (this.#pending.length > most) {
      const [oldest, ...rest] = this.#pending;
      if (oldest !== undefined) {
        const { entry, packed } = await oldest;
        await this.#volumes.add(entry, packed);
      }
      this.#pending = rest;
    }
  }

  async #packBlock(block: PendingBlock, firstNumber: number) {
    const { packed, rawBytes } = await this.#fit(block);
    const entry: BlockEntry = {
      hash: await hashBytes(packed),
      bytes: packed.byteLength,
      rawBytes,
      records: block.lines.length,
      firstNumber,
      firstKey: block.firstKey,
    };
    return { entry, packed };
  }

  /** Packs a block; one that is too large holds a single record, which is made smaller. */
  async #fit(block: PendingBlock): Promise<{ packed: Uint8Array<ArrayBuffer>; rawBytes: number }> {
    let text = block.lines.join('');
    for (let step = 0; ; step++) {
      const raw = this.#encoder.encode(text);
      const rawBytes = raw.byteLength;
      if (rawBytes <= MAX_BLOCK_RAW_BYTES) {
        const packed = await this.#pack(raw);
        if (packed.byteLength <= MAX_BLOCK_BYTES) return { packed, rawBytes };
      }
      const smaller = block.lines.length > 1 ? null : shrinkRecord(block.only.record, step);
      if (smaller === null) {
        throw new Error(
          `A block of section ${this.#name} at "${block.only.key}" cannot be made to fit`,
        );
      }
      if (step === 0) this.#output.onShrunk(this.#name, block.only.key);
      text = this.#encodeLine(block.only.key, smaller);
    }
  }

  #pack(raw: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const { codec } = SECTION_PLANS[this.#name];
    return this.#output.packer.pack(codec, raw, this.#dictionary?.raw ?? null);
  }
}
