import type { Direction } from '../format/records/shared.ts';
import {
  HIGHER_ENDING,
  HIGHER_WORDS,
  LOWER_ENDING,
  LOWER_WORDS,
  NEUTRAL_WORDS,
} from './metric-words.ts';

/** What the words of a metric's name say. */
export type NameVerdict = Direction | 'neutral' | null;

/**
 * Phrases that mean other than their words do, looked for first. Rates "at" a rate are measured by what
 * stands before the `@`, so that part alone is read.
 */
const EXCEPTIONS: readonly (readonly [RegExp, NameVerdict])[] = [
  // What is inside of brackets or after a comma, and still turns the measure round.
  [/\(decay\)/, 'lower'],
  [/\b(?:ms|s|sec|seconds) ?\/ ?(?:f|img|image|frame|sample)/, 'lower'],
  [/\b(?:stdev|std|standard deviation|variance)\b/, null],
  [/\bbias\b|\bnormalized cpsnr\b/, null],
  [
    /^(?:number|no\.?|num\.?|#|count) ?(?:of )?(?:\w+ )?(?:params?|parameters|layers|clusters|events|images|gpus)\b/,
    'neutral',
  ],
  [
    /\b(?:flops|macs|params?|parameters)\b|^operations\b|^(?:training|reference) images$/,
    'neutral',
  ],
  [/\btime of day\b|\btime span\b/, null],
  [/\bneg(?:ative|\.)? (?:log[- ]?likelihood|elbo)\b/, 'lower'],
  [/\blog[- ]?likelihood\b/, 'higher'],
  [/\b(?:error|loss|cost|time) reduction\b|\breduction\b/, 'higher'],
  [/\bdistance correlation\b|\br\^?2\b/, 'higher'],
  [/\bvariation of information\b|\bnoc ?@/, 'lower'],
  [/\b(?:mean|median|average|avg) rank\b/, 'lower'],
  [/\breciprocal rank\b/, 'higher'],
  [/\brank[- ]?\d+\b/, 'higher'],
  [/\bminutes? survived\b/, 'higher'],
  [/\b(?:inference|training|train|search|run|test|process\w*|response|execution) time\b/, 'lower'],
  [/\b(?:log|cross)[- ]?(?:loss|entropy)\b|\bbits? per\b|\bbits?\/|\bnats? per\b/, 'lower'],
  [/\b(?:miss|false positive|false negative|false alarm|failure|error) rate\b/, 'lower'],
  [/^m?mr(?:\^?-?2)?$|\bmr\^?-2\b/, 'lower'],
  [/\bl[12][- ]?(?:loss|err(?:or)?|distance|norm)?$/, 'lower'],
  [/\bδ ?\d|\bdelta ?(?:[<1]|\d)/, 'higher'],
  [/(?:^|[\s-])(?:r|p|h|hr|rp|acc|hit|hits|recall|precision|pass)@?\d+$/, 'higher'],
  [/^(?:[a-z]+[- ])*(?:r|p|h|hr|rp)@/, 'higher'],
  [/^top[- ]?\d+(?: ?%| \(%\))?$/, 'higher'],
  [/\bf[0-9.]+\b/, 'higher'],
  [/^ap(?:[a-z]|\d+)?\b|^ar(?:[a-z]|\d+)?$/, 'higher'],
  [/\bh-mean\b|\bharmonic mean\b/, 'higher'],
];

/**
 * The direction that a metric's name tells. Exceptions are looked at first; then of the words with a
 * meaning the last one before any bracket or `@` counts ("Error Correction Accuracy", "Top-1
 * Accuracy Error"), and only if there is none, those inside brackets.
 *
 * Null when no word is known. Says nothing of what the metric means on one board.
 */
export function directionFromName(name: string): NameVerdict {
  const text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const head = text
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const measure = /^(.*?)\s*@/.exec(head)?.[1] ?? head;
  for (const [pattern, verdict] of EXCEPTIONS) {
    if (pattern.test(head) || pattern.test(text)) return verdict;
  }
  return lastKnown(measure) ?? lastKnown(head) ?? lastKnown(text);
}

function lastKnown(text: string): NameVerdict {
  let verdict: NameVerdict = null;
  for (const word of text.split(/[^\p{L}\p{N}+]+|(?<=\p{L}{2})(?=\d)/u)) {
    const found = meaningOf(word);
    // A count or a size beside a measure is what it is measured on.
    if (found !== null && !(found === 'neutral' && verdict !== null)) verdict = found;
  }
  return verdict;
}

function meaningOf(word: string): NameVerdict {
  if (HIGHER_WORDS.has(word)) return 'higher';
  if (LOWER_WORDS.has(word)) return 'lower';
  if (NEUTRAL_WORDS.has(word)) return 'neutral';
  if (HIGHER_ENDING.test(word)) return 'higher';
  return LOWER_ENDING.test(word) ? 'lower' : null;
}
