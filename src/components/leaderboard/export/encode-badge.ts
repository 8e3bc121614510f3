import { escapeXml } from '../chart/encode-chart.ts';

/** About as wide as sans-serif letters of 13 px are; each text is fitted to the width that it is given. */
const LETTERS_PX: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ .,:;'|!()[\]ijlIft-]/, 4],
  [/[mwMW@%]/, 11],
  [/[A-Z0-9#&+]/, 8],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u, 13],
];
const LETTER_PX = 7;
const PADDING_PX = 9;
const HEIGHT_PX = 22;

/** A badge like "#3 | Image Classification on ImageNet" as an SVG file that needs nothing else. */
export function encodeBadge(rank: number, board: string): string {
  const left = `#${rank}`;
  const leftWidth = textWidth(left) + 2 * PADDING_PX;
  const width = leftWidth + textWidth(board) + 2 * PADDING_PX;
  const label = escapeXml(`${left} on ${board}`);
  const text = (x: number, content: string, weight: number) =>
    `<text x="${x}" y="15" text-anchor="middle" textLength="${textWidth(content)}" lengthAdjust="spacingAndGlyphs" fill="#fff" font-weight="${weight}">${escapeXml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT_PX}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT_PX}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${leftWidth}" height="${HEIGHT_PX}" fill="#0a7280"/>`,
    `<rect x="${leftWidth}" width="${width - leftWidth}" height="${HEIGHT_PX}" fill="#33444b"/></g>`,
    `<g font-family="'Source Sans 3',system-ui,sans-serif" font-size="13">`,
    text(leftWidth / 2, left, 700),
    text(leftWidth + (width - leftWidth) / 2, board, 400),
    '</g></svg>',
  ].join('');
}

/** Markdown that shows the badge beside its link; the file is to lie beside the text. */
export function badgeMarkdown(rank: number, board: string, file: string, url: string): string {
  const alt = `#${rank} on ${board}`.replace(/[[\]\\]/g, '\\$&');
  return `[![${alt}](${file})](${url})`;
}

/** The same as HTML. */
export function badgeHtml(rank: number, board: string, file: string, url: string): string {
  return `<a href="${escapeXml(url)}"><img src="${escapeXml(file)}" alt="${escapeXml(`#${rank} on ${board}`)}"></a>`;
}

function textWidth(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (LETTERS_PX.find(([letters]) => letters.test(letter))?.[1] ?? LETTER_PX),
    0,
  );
}
