import type { JsonObject } from './json.ts';
import { DUMP_NAMES, type DumpName } from './report.ts';

/** Keys that only the records of one dump have. */
const TELLING_KEYS: Readonly<Record<DumpName, readonly string[]>> = {
  'papers-with-abstracts': ['abstract', 'authors', 'arxiv_id', 'url_abs', 'proceeding'],
  'links-between-papers-and-code': ['repo_url', 'is_official', 'mentioned_in_github'],
  'evaluation-tables': ['task', 'categories', 'subtasks', 'datasets', 'synonyms'],
  methods: ['introduced_year', 'collections', 'code_snippet_url', 'source_title'],
  datasets: ['introduced_date', 'modalities', 'variants', 'data_loaders', 'homepage'],
};

/** Which dump a record comes from, judged by its keys; null when it has none that tells. */
export function dumpOfRecord(record: JsonObject): DumpName | null {
  let best: DumpName | null = null;
  let most = 0;
  for (const name of DUMP_NAMES) {
    const found = TELLING_KEYS[name].filter((key) => Object.hasOwn(record, key)).length;
    if (found > most) {
      best = name;
      most = found;
    }
  }
  return best;
}
