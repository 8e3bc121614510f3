import {
  createReadStream,
  createWriteStream,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, gunzipSync } from 'node:zlib';

/** How a later edition of the same archive differs. */
export interface Edits {
  /** One board in so many gets a new first row. */
  readonly boardsPerEdit: number;
  readonly newPapers: number;
}

interface RawBoard {
  readonly dataset: string;
  readonly sota?: { readonly rows?: { model_name?: string }[] };
  readonly subdatasets?: readonly RawBoard[];
}
interface RawTask {
  readonly task: string;
  readonly datasets?: readonly RawBoard[];
  readonly subtasks?: readonly RawTask[];
}

/** Writes the dumps of a later edition into a new folder. @returns how many boards were edited. */
export async function writeEditedDumps(from: string, to: string, edits: Edits): Promise<number> {
  mkdirSync(to, { recursive: true });
  let editedBoards = 0;
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (name.startsWith('evaluation-tables')) {
      const tasks = JSON.parse(gunzipSync(readFileSync(source)).toString('utf8')) as RawTask[];
      editedBoards = editBoards(tasks, edits.boardsPerEdit);
      await pipeline(
        Readable.from(arrayText(tasks)),
        createGzip({ level: 1 }),
        createWriteStream(target),
      );
    } else if (name.startsWith('papers-with-abstracts')) {
      await pipeline(
        createReadStream(source),
        createGunzip(),
        appendToArray(Array.from({ length: edits.newPapers }, (_, number) => makePaper(number))),
        createGzip({ level: 1 }),
        createWriteStream(target),
      );
    } else linkSync(source, target);
  }
  return editedBoards;
}

function* arrayText(items: readonly unknown[]): Generator<string> {
  for (const [number, item] of items.entries()) {
    yield (number === 0 ? '[' : ',') + JSON.stringify(item);
  }
  yield ']';
}

/** A task stands under each of its parents, its boards with it: every copy of a board is edited alike. */
function editBoards(tasks: readonly RawTask[], boardsPerEdit: number): number {
  const isEdited = new Map<string, boolean>();
  function editBoard(board: RawBoard, task: string, parents: readonly string[]): void {
    const path = [...parents, board.dataset];
    const rows = board.sota?.rows ?? [];
    const [first] = rows;
    if (first !== undefined) {
      const key = JSON.stringify([task, path]);
      const isChosen = isEdited.get(key) ?? (isEdited.size + 1) % boardsPerEdit === 0;
      isEdited.set(key, isChosen);
      if (isChosen) rows.unshift({ ...first, model_name: `${first.model_name ?? ''} (new)` });
    }
    for (const part of board.subdatasets ?? []) editBoard(part, task, path);
  }
  function editTask({ task, datasets = [], subtasks = [] }: RawTask): void {
    for (const board of datasets) editBoard(board, task, []);
    subtasks.forEach(editTask);
  }
  tasks.forEach(editTask);
  return [...isEdited.values()].filter(Boolean).length;
}

/** The text of a JSON array with items added at its end. Its last byte is held back until then. */
function appendToArray(items: readonly unknown[]): Transform {
  let held = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = Buffer.concat([held, chunk]);
      held = text.subarray(-64);
      done(null, text.subarray(0, -64));
    },
    flush(done) {
      const end = held.toString('utf8').trimEnd();
      const added = items.map((item) => `,${JSON.stringify(item)}`).join('');
      done(null, `${end.slice(0, -1)}${added}]`);
    },
  });
}

function makePaper(number: number): Record<string, unknown> {
  const slug = `a-later-paper-number-${number}`;
  return {
    paper_url: `https://paperswithcode.com/paper/${slug}`,
    arxiv_id: null,
    title: `A later paper, number ${number}`,
    abstract: `What was found after the edition before, in ${number} words and more. `.repeat(14),
    url_abs: `https://example.org/abs/${slug}`,
    url_pdf: `https://example.org/pdf/${slug}`,
    proceeding: null,
    authors: [`Author Number${number}`, 'Second Author'],
    tasks: [],
    date: '2025-07-27',
    methods: [],
  };
}
