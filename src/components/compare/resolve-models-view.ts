import { modelKey } from '../../format/model-key.ts';
import type { SoughtModel } from '../../leaderboard/model-results.ts';
import { parseList } from '../leaderboard/list-field.ts';
import type { CompareSearch } from './compare-search.ts';
import { ANY_PAPER, MAX_MODELS, type ModelsView } from './models-view.ts';

const HELD: readonly ModelsView['held'][] = ['all', 'two'];
const ARRANGED: readonly ModelsView['arrange'][] = ['results', 'gap', 'name'];

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
