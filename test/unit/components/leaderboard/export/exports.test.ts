import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { bibtexParser, latexParser } from 'latex-utensils';
import { describe, expect, test } from 'vitest';
import { planColumns } from '../../../../../src/components/leaderboard/board-columns.ts';
import { BoardData } from '../../../../../src/components/leaderboard/board-data.ts';
import { PLAIN_VIEW } from '../../../../../src/components/leaderboard/board-view.ts';
import {
  badgeHtml,
  badgeMarkdown,
  encodeBadge,
} from '../../../../../src/components/leaderboard/export/encode-badge.ts';
import { encodeBibliography } from '../../../../../src/components/leaderboard/export/encode-bibliography.ts';
import { encodeCsv } from '../../../../../src/components/leaderboard/export/encode-csv.ts';
import { encodeLatex } from '../../../../../src/components/leaderboard/export/encode-latex.ts';
import { encodeMarkdown } from '../../../../../src/components/leaderboard/export/encode-markdown.ts';
import {
  planExport,
  planRecord,
} from '../../../../../src/components/leaderboard/export/export-table.ts';
import { readCitations } from '../../../../../src/components/leaderboard/export/read-citations.ts';
import { selectRows } from '../../../../../src/components/leaderboard/select-rows.ts';
import type { Paper } from '../../../../../src/format/records/paper.ts';
import { makeBoard, makeMetric } from '../../../../support/make-board.ts';

const URL = 'https://example.org/sota/x-on-y';

/** A board of one metric, as a table to export. */
function exportOf(rows: Parameters<typeof makeBoard>[1], direction: 'higher' | 'lower' = 'higher') {
  const data = new BoardData(makeBoard([makeMetric('F1_score & more', direction)], rows));
  const selection = selectRows(data, PLAIN_VIEW);
  const columns = planColumns(data.board).filter(
    ({ kind }) => kind === 'model' || kind === 'metric' || kind === 'paper',
  );
  return { data, selection, table: planExport(data, columns, selection.rows, [direction], URL) };
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '-1.1',
    '+5',
    '@SUM(A1)',
    '93.5%',
    '2.42±0.01',
    'a,b "c"',
    '50_000 & 7% #1 $x$ {y} ~^\\',
    '2,200',
    ' x ',
  ),
);

describe('CSV', () => {
  test('comes back through a known parser; nothing in it is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 6 }), (pairs) => {
        const { table, selection } = exportOf(
          pairs.map(([model, value]) => ({ model, values: [value] })),
        );
        const records = parseCsv(encodeCsv(table), { bom: true });
        expect(records[0]).toEqual(['Model', 'F1_score & more', 'Paper']);
        for (const [place, [model = '', value = '']] of records.slice(1).entries()) {
          const { row } = selection.rows[place]!;
          expect([row.values[0], `'${row.values[0]}`]).toContain(value);
          for (const cell of [model, value]) {
            if (/^[=+\-@\t\r]/.test(cell))
              expect(cell).toMatch(/^(?:[-+][\d.,]+(?:e[-+]?\d+)?\s*%?|-+)$/i);
          }
        }
      }),
    );
  });

  test('wide signs begin formulas in East Asia; dashes for no value begin none', () => {
    const { table } = exportOf([{ values: ['＝1+1'] }, { values: ['-'] }, { values: ['--'] }]);
    const values = parseCsv(encodeCsv(table), { bom: true }).map(([, value]) => value);
    expect(new Set(values.slice(1))).toEqual(new Set(["'＝1+1", '-', '--']));
  });

  test('numbers stay as they are, signs and all', () => {
    const { table } = exportOf([{ values: ['-1.1'] }, { values: ['93.5%'] }, { values: ['+0.5'] }]);
    const values = parseCsv(encodeCsv(table), { bom: true }).map(([, value]) => value);
    expect(new Set(values.slice(1))).toEqual(new Set(['+0.5', '-1.1', '93.5%']));
  });
});

describe('LaTeX', () => {
  test('parses, whatever is in the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 }), (pairs) => {
        const { table } = exportOf(
          pairs.map(([model, value]) => ({
            model,
            values: [value],
            paper: { slug: 'p', title: model },
          })),
        );
        const tree = latexParser.parse(encodeLatex(table));
        expect(
          tree.content.some((node) => latexParser.isEnvironment(node) && node.name === 'table'),
        ).toBe(true);
      }),
    );
  });

  test('has booktabs, arrows, and the best in bold', () => {
    const { table } = exportOf([
      { model: 'A_1', values: ['93.5%'] },
      { model: 'B', values: ['2±1'] },
    ]);
    const tex = encodeLatex(table);
    expect(tex).toContain('\\toprule');
    expect(tex).toContain('F1\\_score \\& more $\\uparrow$');
    expect(tex).toContain('A\\_1 & \\textbf{93.5\\%}');
    expect(tex).toContain('B & 2$\\pm$1');
  });

  test('math in titles stays math', () => {
    const { table } = exportOf([
      { values: ['1'], paper: { slug: 'p', title: 'On $\\alpha_1$ & more' } },
    ]);
    expect(encodeLatex(table)).toContain('On $\\alpha_1$ \\& more');
  });

  test.each([
    '$\\input{/etc/passwd}$',
    '$\\write18{id}$',
    '$\\def\\x{y}$',
    '$x^^41$',
    '$x_a_b$',
    '$x_$',
    '$\\mathbb{R}$',
    '$a % b$',
  ])('%s becomes text: nobody’s formula reads files or stops TeX', (title) => {
    const { table } = exportOf([{ values: ['1'], paper: { slug: 'p', title } }]);
    expect(encodeLatex(table)).not.toMatch(/\\(?:input|write|def|mathbb)\b|\^\^/);
    expect(encodeLatex(table)).not.toContain(title);
  });

  test('signs that pdfLaTeX does not know are commands; other scripts have a way out', () => {
    const { table } = exportOf([
      { model: 'δ → 0, −1 ≤ ε', values: ['1'] },
      { model: '模 é', values: ['0'] },
    ]);
    const tex = encodeLatex(table);
    expect(tex).toContain('$\\delta$ → 0, $-$1 $\\le$ $\\varepsilon$');
    expect(tex).toContain('\\unicodeor{模}{U+6A21} é');
    expect(tex).toContain('\\providecommand{\\unicodeor}');
  });

  test('a row that begins with a bracket is no height of the row before', () => {
    const { table } = exportOf([
      { model: '[1pt]', values: ['1'] },
      { model: '*', values: ['0'] },
    ]);
    expect(encodeLatex(table)).toContain('{}[1pt] &');
    expect(encodeLatex(table)).toContain('{}* &');
  });
});

test('Markdown: one line a row, nothing that breaks out of its cell, the best in bold', () => {
  const { table } = exportOf(
    [
      { model: 'A | B <b> *x*', values: ['5'] },
      { model: 'C\nD', values: ['7'] },
    ],
    'lower',
  );
  expect(encodeMarkdown(table).split('\n').slice(2)).toEqual([
    '| Model | F1\\_score & more ↓ | Paper |',
    '| --- | ---: | --- |',
    '| A \\| B &lt;b&gt; \\*x\\* | **5** |  |',
    '| C D | 7 |  |',
    '',
  ]);
});

test('JSON holds the raw text beside the number', () => {
  const { data, selection } = exportOf([{ values: ['**70.3**'], date: '2020' }, { values: ['-'] }]);
  const record = planRecord(data, selection.rows, URL);
  expect(record.rows.map(({ values }) => values['F1_score & more'])).toEqual([
    { text: '**70.3**', number: 70.3 },
    { text: '-', number: null },
  ]);
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
});

describe('BibTeX', () => {
  const paper = (slug: string, title: string): Paper => ({
    slug,
    title,
    authors: ['Ada Lovelace', 'Müller, Jörg {x}'],
    date: '2020-01-01',
  });

  test('parses with a known parser, each paper once, with keys that differ', () => {
    const papers = [
      paper('a', 'Deep things'),
      paper('b', 'Deep {others} & 5% $x_1$'),
      paper('a', 'Deep things'),
    ];
    const entries = bibtexParser
      .parse(encodeBibliography(papers))
      .content.filter(bibtexParser.isEntry);
    expect(entries.map(({ internalKey }) => internalKey)).toEqual([
      'lovelace2020deep',
      'lovelace2020deep-b',
    ]);
  });

  test('papers that cannot be read are cited by their titles, and counted', async () => {
    const cards = ['a', 'b', 'c', 'd', 'e', 'f'].map((slug) => ({ slug, title: `Title ${slug}` }));
    const steps: number[] = [];
    const { papers, bare } = await readCitations(
      cards,
      async (slug) => {
        if (slug === 'b') throw new Error('offline');
        return slug === 'c' ? null : paper(slug, `Whole ${slug}`);
      },
      (done) => steps.push(done),
      new AbortController().signal,
    );
    expect(papers.map(({ title }) => title)).toEqual([
      'Whole a',
      'Title b',
      'Title c',
      'Whole d',
      'Whole e',
      'Whole f',
    ]);
    expect(bare).toBe(2);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('reading stops when told', async () => {
    const stop = new AbortController();
    let reads = 0;
    const reading = readCitations(
      Array.from({ length: 50 }, (_, index) => ({ slug: String(index), title: '' })),
      async () => {
        if (++reads === 6) stop.abort();
        return null;
      },
      () => undefined,
      stop.signal,
    );
    await expect(reading).rejects.toThrow();
    expect(reads).toBeLessThan(15);
  });
});

test('a badge is SVG with its words escaped; so are the texts that show it', () => {
  const svg = encodeBadge(3, 'A <b> & "C"');
  expect(svg).toContain('aria-label="#3 on A &lt;b&gt; &amp; &quot;C&quot;"');
  expect(svg).not.toContain('<b>');
  // A name with a digit is none without quotes, and the whole list of fonts would be dropped.
  expect(svg).toContain("'Source Sans 3'");
  // A text is as wide as its half, whatever font shows it.
  const halves = [...svg.matchAll(/<rect [^>]*width="(\d+)" height="22" fill/g)].map(([, w]) =>
    Number(w),
  );
  const texts = [...svg.matchAll(/textLength="(\d+)"/g)].map(([, w]) => Number(w));
  expect(texts).toEqual(halves.map((width) => width - 18));
  expect(badgeMarkdown(3, 'A [x]', 'f.svg', URL)).toBe(`[![#3 on A \\[x\\]](f.svg)](${URL})`);
  expect(badgeHtml(3, '"><script>', 'f.svg', URL)).not.toContain('<script>');
});
