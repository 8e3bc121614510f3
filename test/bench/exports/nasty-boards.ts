import fc from 'fast-check';
import type { Board } from '../../../src/format/records/board.ts';
import { makeBoard, makeMetric } from '../../support/make-board.ts';

export const SEED = 20_250_728;
const ROWS = 12;

/** Texts that programs for tables, TeX and BibTeX take for their own. */
const TEXTS = [
  '=1+1',
  ' =1+1',
  '\t=1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  '"=1+1"',
  '+1+1',
  '-1+1',
  '--1',
  '+-5%',
  '-(1)',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.org","x")',
  '=WEBSERVICE("https://example.org")',
  "'=1",
  "'5",
  '-1.1',
  '+5',
  '93.50',
  '1e5',
  '1E-7',
  '007',
  '2,200',
  '99,45',
  '93.5%',
  '-3.2 %',
  '2.42±0.01',
  '1/2',
  '3-4',
  '2020-01-05',
  '2017-06',
  '12:30',
  'TRUE',
  '$5',
  '€ 5',
  'NaN',
  'a,b;"c"\td',
  'line\nbreak',
  ' blanks ',
  '50_000 & 7% #1 $x$ {y} ~^\\',
  '\\input{/etc/passwd}',
  '\\write18{id}',
  '\\end{tabular}',
  '\\\\',
  '[1pt]',
  '*',
  '$x_{',
  '$\\alpha_1$',
  '$',
  '$$',
  '^^41',
  '}{',
  '%',
  'α-β → γ ≤ 5 −3',
  '模型一',
  '🦩 🐍',
  'Łukasz Çağlar Ñ',
  'e\u0301\u0323',
  'العربية',
  '“quotes” – — … ™ µ',
  'GAS<sub>ext</sub>',
  '',
];

/** Boards of such texts in all places, the same each time. */
export function makeNastyBoards(count: number): Board[] {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS))
        .map((pair) => pair.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
  const texts = fc.array(fc.tuple(text, text, text, text), { minLength: ROWS, maxLength: ROWS });
  return fc
    .sample(fc.tuple(texts, text, text), { seed: SEED, numRuns: count })
    .map(([cells, first, second], board) => {
      const metrics = [makeMetric(clean(first) || 'A'), makeMetric(`${clean(second)} 2`, 'lower')];
      const rows = cells.map(([model, title, one, two], row) => ({
        model: clean(model),
        values: [clean(one), clean(two)],
        paper: { slug: `p-${board}-${row}`, title: clean(title) },
      }));
      return named(`nasty-${board}`, makeBoard(metrics, rows));
    });
}

function named(slug: string, board: Board): Board {
  return { ...board, slug };
}

/** As the builder leaves texts: no control characters or lone surrogates, NFC. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ');
}
