/** Version of the search index that this code writes and reads (docs/format.md, "Search"). */
export const SEARCH_VERSION = 3;
