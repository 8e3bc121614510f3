/** Words that are in most abstracts and say nothing of what one is about. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about also an and any are as at be been but by can could did do does for from had has have how if
  in into is it its may more most not of on or our over such than that the their them then there these
  they this those through to under using was we were what when where which while who why will with
  within would you your i my me us so no nor only other some via`.split(/\s+/),
);

/** Stop words are indexed from very short titles alone. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
