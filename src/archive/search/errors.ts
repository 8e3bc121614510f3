/** The snapshot has no search index that this app can use. */
export class SearchUnavailableError extends Error {
  override readonly name = 'SearchUnavailableError';
  constructor(
    /** `missing`: there is none. `foreign`: it was made for another version of the app. */
    readonly reason: 'missing' | 'foreign',
    detail: string,
  ) {
    super(detail);
  }
}
