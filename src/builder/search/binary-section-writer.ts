import { hashBytes } from '../../format/hash.ts';
import { SEARCH_SECTIONS, type SearchSectionName } from '../../format/manifest.ts';
import type { Codec } from '../../format/codec.ts';
import type { SectionOutput, WrittenSection } from '../write/section-writer.ts';
import { VolumeWriter } from '../write/volume-writer.ts';
import { writeIndex } from '../write/write-index.ts';

/**
 * How each section of the index is packed. Packed lists of integers hardly get smaller, so they are left
 * as they are and cost no time; what is text is packed as text is.
 */
const CODECS: Readonly<Record<SearchSectionName, Codec>> = {
  'title-terms': 'gzip',
  'title-postings': 'none',
  'title-pairs': 'none',
  facets: 'gzip',
  'facet-papers': 'none',
  'text-terms': 'gzip',
  'text-postings': 'none',
};

/** Writes a section of the search index block by block, as they come. */
export class BinarySectionWriter {
  readonly #name: SearchSectionName;
  readonly #output: SectionOutput;
  readonly #volumes: VolumeWriter;
  #records = 0;
  #rawBytes = 0;

  constructor(name: SearchSectionName, output: SectionOutput) {
    this.#name = name;
    this.#output = output;
    this.#volumes = new VolumeWriter(output.write);
  }

  /** Bytes of the section so far, unpacked. */
  get rawBytes(): number {
    return this.#rawBytes;
  }

  /** @param records terms of the block; of a section of bytes its length. */
  async add(raw: Uint8Array<ArrayBuffer>, records: number, firstKey = ''): Promise<void> {
    const rawBytes = raw.byteLength;
    const packed = await this.#output.packer.pack(CODECS[this.#name], raw);
    const hash = await hashBytes(packed);
    const firstNumber = this.#records;
    const bytes = packed.byteLength;
    await this.#volumes.add({ hash, bytes, rawBytes, records, firstNumber, firstKey }, packed);
    this.#rawBytes += rawBytes;
    this.#records += records;
  }

  async finish(): Promise<WrittenSection> {
    const { pack, order } = SEARCH_SECTIONS[this.#name];
    const codec = CODECS[this.#name];
    const entries = await this.#volumes.finish();
    const blockBytes = entries.map(({ bytes }) => bytes);
    return {
      section: {
        pack,
        order,
        records: this.#records,
        blocks: entries.length,
        bytes: blockBytes.reduce((sum, bytes) => sum + bytes, 0),
        codec,
        ...(await writeIndex(this.#name, { order, codec }, entries, this.#output)),
      },
      blockBytes,
      rawBytes: this.#rawBytes,
    };
  }
}
