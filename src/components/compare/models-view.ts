import { modelKey } from '../../format/model-key.ts';
import type { SoughtModel } from '../../leaderboard/model-results.ts';
import { encodeList, parseList } from '../leaderboard/list-field.ts';
import type { CompareSearch } from './compare-search.ts';

export const MAX_MODELS = 5;

/** How a person compares models. All of it stands in the address. */
export interface ModelsView {
  /** In the order they were chosen; no two of one name. */
  readonly models: readonly SoughtModel[];
  /** Boards that hold all of the models, or any two of them. */
  readonly held: 'all' | 'two';
  /** Boards with most results first, or with the widest gap between the models, or by name. */
  readonly arrange: 'results' | 'gap' | 'name';
}

const HELD: readonly ModelsView['held'][] = ['all', 'two'];
const ARRANGED: readonly ModelsView['arrange'][] = ['results', 'gap', 'name'];
/** Stands in the list of papers for a model that is not kept to one. */
const ANY_PAPER = '-';

/** Reads a query string; what cannot be read is as usual and told of in `problems`. */
export function resolveModelsView(search: CompareSearch): {
  readonly view: ModelsView;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  if (search.of !== undefined && search.of !== 'models')
    problems.push(`“${search.of}” is none of models, boards. Read as “models”.`);
  const papers = parseList(search.papers);
  const byKey = new Map<string, SoughtModel>();
  for (const [place, name] of parseList(search.models).entries()) {
    const key = modelKey(name);
    const paper = papers[place] ?? ANY_PAPER;
    if (key === '') problems.push(`“${name}” is no name of a model. Left out.`);
    else if (byKey.has(key)) problems.push(`“${name}” stands there twice. Left out once.`);
    else if (byKey.size === MAX_MODELS)
      problems.push(`At most ${MAX_MODELS} models are compared. “${name}” is left out.`);
    else byKey.set(key, { name, paper: paper === ANY_PAPER ? null : paper });
  }
  const choose = <T extends string>(text: string | undefined, choices: readonly T[], usual: T) => {
    const found = choices.find((choice) => choice === text);
    if (text !== undefined && found === undefined)
      problems.push(`“${text}” is none of ${choices.join(', ')}. Read as “${usual}”.`);
    return found ?? usual;
  };
  return {
    view: {
      models: [...byKey.values()],
      held: choose(search.held, HELD, 'all'),
      arrange: choose(search.arrange, ARRANGED, 'results'),
    },
    problems,
  };
}

/** Different models of some rows, as many as can be compared. @param paper keeps all to that paper. */
export function chooseModels(
  rows: readonly { readonly model: string }[],
  paper: string | null = null,
): SoughtModel[] {
  const byKey = new Map(rows.map(({ model }) => [modelKey(model), { name: model, paper }]));
  byKey.delete('');
  return [...byKey.values()].slice(0, MAX_MODELS);
}

/** The address of models over all boards they share. */
export function encodeModels(models: readonly SoughtModel[]): CompareSearch {
  return encodeModelsView({ models, held: 'all', arrange: 'results' });
}

/** The query string of a view; what is as usual is left out. */
export function encodeModelsView({ models, held, arrange }: ModelsView): CompareSearch {
  const hasPapers = models.some(({ paper }) => paper !== null);
  return {
    ...(models.length > 0 && { models: encodeList(models.map(({ name }) => name)) }),
    ...(hasPapers && { papers: encodeList(models.map(({ paper }) => paper ?? ANY_PAPER)) }),
    ...(held !== 'all' && { held }),
    ...(arrange !== 'results' && { arrange }),
  };
}
