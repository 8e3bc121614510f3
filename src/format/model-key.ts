import { MAX_KEY_LENGTH } from './limits.ts';

/** HTML that the archive has in names of models and nothing is lost without. */
const SCRIPTS = /<\/?(?:sub|sup)>/gi;
/** Blanks, dashes and underscores: "GPT-4", "GPT 4" and "GPT4" are one name. */
const JOINTS = /[\s_\-\u2010-\u2015\u2212]+/gu;
/** What is not printable ASCII, and the sign that tells it. */
const OUTSIDE_KEYS = /[^!-$&-~]/gu;
/** Not in the archive, but an address may say anything. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * What names of one model have in common (docs/format.md, "Model"): compatibility-composed (NFKC), in
 * lower case, without subscript marks, blanks, dashes and underscores; as a key of a section, so
 * percent-encoded where it is not printable ASCII and cut at the length of a key. All other signs count:
 * "BERT" and "BERT+" are two models. '' when nothing is left.
 */
export function modelKey(name: string): string {
  const folded = name
    .replace(SCRIPTS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFKC')
    .toLowerCase()
    .replace(JOINTS, '');
  return folded.replace(OUTSIDE_KEYS, encodeURIComponent).slice(0, MAX_KEY_LENGTH);
}
