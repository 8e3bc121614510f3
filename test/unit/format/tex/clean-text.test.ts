import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanParagraphs, cleanText } from '../../../../src/format/tex/clean-text.ts';
import { repairCharacters } from '../../../../src/format/tex/repair-characters.ts';

/** What texts made to be awkward consist of. */
const PIECES = [
  ' ',
  '\n',
  '\ud800',
  '\u200d',
  '\u0301',
  '\u0093',
  '{\\em ',
  'é',
  '“',
  '”',
  '`',
  '``',
  ...String.raw`\ { } ~ - -- '' ' " $ & &amp; amp; #38; lt; &lt; \" \' \c \v{ \i \o \ss e o 2`.split(
    ' ',
  ),
  ...String.raw`\textit{ \emph \url{ \href{http://a}{ \footnote{ \textcolor{ \cite{ http://`.split(
    ' ',
  ),
  ...String.raw`\$ \\ \^ \~ \textsuperscript{ \alpha \( \) \unicode{x2013}`.split(' '),
];

const raw = String.raw;

describe('cleanText', () => {
  test.each([
    [raw`na\"ive and na{\"i}ve and na\"{\i}ve`, 'naïve and naïve and naïve'],
    [raw`Fr\'echet, B{\'e}zier, Ren\'{e}`, 'Fréchet, Bézier, René'],
    [raw`\v{C}ech, Fran\c{c}ois, Fran\c cois, Erd\H{o}s`, 'Čech, François, François, Erdős'],
    [
      raw`Se\~nor, H\aa kon, S{\o}ren, Stra\ss e, \AE{}gir, \L{}ukasz`,
      'Señor, Håkon, Søren, Straße, Ægir, Łukasz',
    ],
    [raw`Arch\=e, C\^ote, \.Istanbul, voil\`a`, 'Archē, Côte, İstanbul, voilà'],
    [raw`Q\&A, 5\%, a\_b, \#1, \{x\}`, 'Q&A, 5%, a_b, #1, {x}'],
    ['even--odd -- and --- so', 'even–odd – and — so'],
    ['run with --flag, or a ---- line', 'run with --flag, or a ---- line'],
    ["``quoted'' and ``mixed\" but f''", "“quoted” and “mixed” but f''"],
    ['Theorem~2, maps~(NAT) use ~5 GB (~3 %)', 'Theorem 2, maps (NAT) use ~5 GB (~3 %)'],
    ['http://host/~user/a--b and ~/home', 'http://host/~user/a--b and ~/home'],
    [
      raw`\textit{one} \emph{t\textbf{w}o} \texttt{a\_b} {\em three} {\bf f}our`,
      'one two a_b three four',
    ],
    [raw`\underline{G}raph \textcolor{blue}{\textbf{Net}}`, 'Graph Net'],
    [raw`\LARGE Net`, 'Net'],
    [raw`Code: \url{https://host/a\_b~c}.`, 'Code: https://host/a_b~c.'],
    [
      raw`\href{https://host/x}{here}; \href{https://host/x}{https://host/x}`,
      'here (https://host/x); https://host/x',
    ],
    [raw`\href{nowhere}{label}`, 'label'],
    [raw`data\footnote{\url{https://host}}.`, 'data (https://host).'],
    [raw`as before~\citep{key2020, other} shown`, 'as before shown'],
    [raw`m\textsuperscript{2}, CO\textsubscript{2}`, 'm², CO₂'],
    [raw`a \alpha-cut of {\Delta}W, \r{ho} = 1, \k{appa}`, 'a α-cut of ΔW, ρ = 1, κ'],
    [raw`distillation$\unicode{x2013}$where`, 'distillation–where'],
    [raw`\ours beats \method{x} {as} is`, raw`\ours beats \method{x} {as} is`],
    [raw`the model\'s and we\'ll`, "the model's and we'll"],
    [raw`he said \"apple\", \"orange\".`, 'he said "apple", "orange".'],
    [raw`one.\\Two \\textbf{three} na\\"ive Q\\&A`, 'one. Two three naïve Q&A'],
    [raw`10\^5, Pass\^{}1, \~5`, '10^5, Pass^1, ~5'],
    [
      'AT&amp;T &lt;b&gt; &#39;x&#39; &#x2013; &eacute; &unknown; R&D',
      "AT&T <b> 'x' – é &unknown; R&D",
    ],
    ['twice &amp;amp;lt;', 'twice <'],
    ['\ufeffa\u200bb\u00adc \ud800 d\u0000e', 'abc \ufffd de'],
    ['\u0093quoted\u0094 don\u0092t', '“quoted” don’t'],
    ['می\u200cخواهم 👩\u200d👧 a\u200db', 'می\u200cخواهم 👩\u200d👧 ab'],
    ['  hard\r\nline\u2028breaks\u00a0and\ttabs ', 'hard line breaks and tabs'],
    ['e\u0301', 'é'],
  ])('%j becomes %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('formulas keep their source', () => {
    const text = raw`Let $\textbf{x}_{1}~\"o$ and \(a--b\) be`;
    expect(cleanText(text)).toBe(text);
  });

  test('an escaped dollar is released unless it would open a formula', () => {
    expect(cleanText(raw`costs \$5`)).toBe('costs $5');
    expect(cleanText(raw`from \$5 to \$7`)).toBe('from $5 to $7');
    expect(cleanText(raw`\$x and y\$ or $z$`)).toBe(raw`\$x and y\$ or $z$`);
  });

  test('its own output does not change', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (parts) => {
        const once = cleanText(parts.join(''));
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
      }),
    );
  });

  test('plain text only changes in its white space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'Ünï', '5', '(x)', 'a-b', "it's", ',')),
        (words) => {
          expect(cleanText(words.join('  '))).toBe(words.join(' '));
        },
      ),
    );
  });

  test.each(
    [
      '\\\\{{{{',
      '$$$$',
      '\\"',
      '{',
      '}',
      '\\textit{',
      '{\\em ',
      '\\footnote{',
      '\\url{a',
      '\\href{',
    ].concat([
      '&amp;',
      '&#38;',
      '--',
      '``',
      "''",
      '~',
      '\\cite{',
      'http://',
      '{\\"',
      '\\textsuperscript{',
      '\\$',
    ]),
  )('a long run of %j takes linear time', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(cleanText(text).length).toBeLessThanOrEqual(text.length);
  });
});

test('a text in which nothing is to be repaired comes out as one in which something is', () => {
  // The mark is removed, and keeps the text from being taken as sound at a glance.
  const characters = fc.string({ unit: 'binary', maxLength: 20 });
  const common = fc.string({
    unit: fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.oneof(characters, common), (text) => {
      expect(repairCharacters(`${text}\ufeff`)).toBe(repairCharacters(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('cleanParagraphs', () => {
  test('keeps blank lines and joins the others', () => {
    expect(cleanParagraphs('one\nline\r\n \r\n\r\ntwo --\nlines\n')).toBe(
      'one line\n\ntwo – lines',
    );
    expect(cleanParagraphs(' \n ')).toBe('');
  });
});

/** Real texts, where the machine has them; they are not part of the repository. */
const SAMPLE = new URL(
  '../../../../../shared/archive-sample/papers-with-abstracts.json.gz',
  import.meta.url,
);

test.skipIf(!existsSync(SAMPLE))('real texts come out stable', { timeout: 60_000 }, () => {
  const papers: unknown = JSON.parse(gunzipSync(readFileSync(SAMPLE)).toString());
  const texts = (Array.isArray(papers) ? papers : []).flatMap((paper: unknown) =>
    typeof paper === 'object' && paper !== null
      ? Object.values(paper).filter((value) => typeof value === 'string')
      : [],
  );
  expect(texts.length).toBeGreaterThan(1_000);
  for (const text of texts) {
    const once = cleanText(text);
    expect(cleanText(once)).toBe(once);
  }
});
