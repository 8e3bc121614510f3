import { useRef, useState } from 'react';
import { formatPlural } from '../../format/numbers.ts';
import type { BoardColumn } from '../board-columns.ts';
import { PLAIN_VIEW } from '../board-view.ts';
import { encodeBibliography } from '../export/encode-bibliography.ts';
import { encodeCsv } from '../export/encode-csv.ts';
import { encodeLatex } from '../export/encode-latex.ts';
import { encodeMarkdown } from '../export/encode-markdown.ts';
import { planExport, planRecord } from '../export/export-table.ts';
import { readCitations } from '../export/read-citations.ts';
import { saveFile } from '../export/save-file.ts';
import { directionOf, selectRows, type ViewRow } from '../select-rows.ts';
import { sortRows } from '../sort-rows.ts';
import { BadgeMaker } from './badge-maker.tsx';
import type { PanelProps } from './board-panel.tsx';

const FORMATS = ['csv', 'json', 'md', 'tex', 'bib'] as const;
type Format = (typeof FORMATS)[number];
const LABELS: Record<Format, string> = {
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
  tex: 'LaTeX',
  bib: 'BibTeX of all papers',
};

type Job =
  | { readonly kind: 'idle'; readonly message: string }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number };

/** The view or the whole board as a file, to save or to copy. */
export function ExportPanel({ data, view, shown, selection, readPaper }: PanelProps) {
  const { rows, isFiltered } = selection;
  const [scope, setScope] = useState<'view' | 'board'>('view');
  const [job, setJob] = useState<Job>({ kind: 'idle', message: '' });
  const stop = useRef<AbortController | null>(null);
  const { slug, metrics } = data.board;

  /** What is taken along: a view in its own order, the whole board by rank. */
  function content(): { rows: readonly ViewRow[]; columns: readonly BoardColumn[]; url: string } {
    if (scope === 'view') {
      return { rows: sortRows(data, selection, view.sort), columns: shown, url: location.href };
    }
    const all = selectRows(data, { ...PLAIN_VIEW, metric: view.metric, better: view.better });
    const columns = data.columns().filter(({ kind }) => kind !== 'here');
    return { rows: all.rows, columns, url: location.href.split(/[?#]/)[0] ?? '' };
  }

  async function write(format: Format): Promise<string | null> {
    const { rows: taken, columns, url } = content();
    const directions = metrics.map((_, metric) => directionOf(data, view, metric));
    const table = () => planExport(data, columns, taken, directions, url);
    switch (format) {
      case 'csv':
        return encodeCsv(table());
      case 'json':
        return `${JSON.stringify(planRecord(data, taken, url), null, 2)}\n`;
      case 'md':
        return encodeMarkdown(table());
      case 'tex':
        return encodeLatex(table());
      case 'bib':
        return cite(taken);
    }
  }

  async function cite(taken: readonly ViewRow[]): Promise<string | null> {
    const cards = new Map(
      taken.flatMap(({ row: { paper } }) => (paper ? [[paper.slug, paper]] : [])),
    );
    stop.current = new AbortController();
    const of = cards.size;
    setJob({ kind: 'reading', done: 0, of });
    try {
      const { papers, bare } = await readCitations(
        [...cards.values()],
        readPaper,
        (done) => setJob({ kind: 'reading', done, of }),
        stop.current.signal,
      );
      const message =
        bare === 0 ? '' : `${formatPlural(bare, 'paper')} could not be read: cited by title alone.`;
      setJob({ kind: 'idle', message });
      return encodeBibliography(papers);
    } catch {
      setJob({ kind: 'idle', message: 'Stopped.' });
      return null;
    }
  }

  async function save(format: Format): Promise<void> {
    const text = await write(format);
    if (text !== null) saveFile(`${slug}.${format}`, new Blob([text], { type: 'text/plain' }));
  }

  async function copy(format: Format): Promise<void> {
    const text = await write(format);
    if (text !== null) await copyText(LABELS[format], text.replace(/^\ufeff/, ''));
  }

  async function copyText(name: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setJob({ kind: 'idle', message: `${name} copied.` });
    } catch {
      setJob({
        kind: 'idle',
        message: 'The browser does not allow copying here: save it instead.',
      });
    }
  }

  return (
    <div className="export-panel">
      <fieldset className="export-scope">
        <legend className="visually-hidden">What to take along</legend>
        <label>
          <input
            type="radio"
            name="scope"
            checked={scope === 'view'}
            onChange={() => setScope('view')}
          />
          This view ({formatPlural(rows.length, 'row')}
          {isFiltered && ', filtered'})
        </label>
        <label>
          <input
            type="radio"
            name="scope"
            checked={scope === 'board'}
            onChange={() => setScope('board')}
          />
          Whole board ({formatPlural(data.board.rows.length, 'row')})
        </label>
      </fieldset>
      <ul className="plain export-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <span>{LABELS[format]}</span>
            <button
              type="button"
              className="button"
              aria-label={`Save ${LABELS[format]}`}
              disabled={job.kind === 'reading'}
              onClick={() => void save(format)}
            >
              Save
            </button>
            <button
              type="button"
              className="button"
              aria-label={`Copy ${LABELS[format]}`}
              disabled={job.kind === 'reading'}
              onClick={() => void copy(format)}
            >
              Copy
            </button>
          </li>
        ))}
      </ul>
      <p className="small muted" role="status">
        {job.kind === 'idle' ? job.message : `Reading papers: ${job.done} of ${job.of} `}
        {job.kind === 'reading' && (
          <button type="button" className="text-button" onClick={() => stop.current?.abort()}>
            Stop
          </button>
        )}
      </p>
      <BadgeMaker
        data={data}
        view={view}
        rows={rows}
        onCopy={(name, text) => void copyText(name, text)}
      />
    </div>
  );
}
