import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Level 1 keeps zlib's thread as quick as the one that makes the records. */
const GZIP_LEVEL = 1;
const PIECE_CHARACTERS = 512 * 1024;

/** Writes one dump, a JSON array packed with gzip, record by record; memory stays bounded. */
export class DumpWriter {
  readonly #gzip = createGzip({ level: GZIP_LEVEL, chunkSize: 256 * 1024 });
  readonly #done: Promise<void>;
  #piece = '[';
  #isFirst = true;

  constructor(folder: string, name: string) {
    const file = createWriteStream(join(folder, `${name}.json.gz`));
    this.#gzip.on('error', (error) => file.destroy(error));
    file.on('error', (error) => this.#gzip.destroy(error));
    this.#done = finished(this.#gzip.pipe(file));
    // Met where `end` waits for it; until then Node must not call it unhandled.
    this.#done.catch(() => {});
  }

  async add(record: unknown): Promise<void> {
    this.#piece += `${this.#isFirst ? '' : ', '}${JSON.stringify(record)}`;
    this.#isFirst = false;
    if (this.#piece.length > PIECE_CHARACTERS) await this.#flush();
  }

  async end(): Promise<void> {
    this.#piece += ']';
    await this.#flush();
    this.#gzip.end();
    await this.#done;
  }

  async #flush(): Promise<void> {
    const piece = this.#piece;
    this.#piece = '';
    if (!this.#gzip.write(piece)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
  }
}
