/** The two sets of lists: words of titles and authors alone, and words of all fields. */
export type ListSetName = 'titles' | 'texts';
