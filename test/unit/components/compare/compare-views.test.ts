import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeBoardPair,
  isOfBoards,
  parseBoardPair,
  resolveMetric,
} from '../../../../src/components/compare/boards-view.ts';
import { parseCompareSearch } from '../../../../src/components/compare/compare-search.ts';
import {
  chooseModels,
  encodeModels,
  encodeModelsView,
  type ModelsView,
} from '../../../../src/components/compare/models-view.ts';
import { resolveModelsView } from '../../../../src/components/compare/resolve-models-view.ts';
import { modelKey } from '../../../../src/format/model-key.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

/** Through the address bar and back, as the router writes it. */
const travel = (search: object) =>
  parseCompareSearch(defaultParseSearch(defaultStringifySearch(search)));

const names = fc.oneof(
  fc.constantFrom(
    'GPT-4',
    'a\\b,c',
    '5',
    'true',
    'null',
    '[1]',
    '{"a":1}',
    '-',
    'R&D #1 100% + ?=',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const slugs = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,30}$/);
const views: fc.Arbitrary<ModelsView> = fc.record({
  models: fc.uniqueArray(
    fc.record({
      name: names.filter((name) => modelKey(name) !== '' && name.trim() === name),
      paper: fc.option(slugs),
    }),
    { maxLength: 5, selector: ({ name }) => modelKey(name) },
  ),
  held: fc.constantFrom('all', 'two'),
  arrange: fc.constantFrom('results', 'gap', 'name'),
});

describe('models in an address', () => {
  test('any view comes back from its address alone', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(resolveModelsView(travel(encodeModelsView(view)))).toEqual({ view, problems: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('any address gives a view that comes back, too', () => {
    const field = fc.option(fc.string({ maxLength: 30 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ models: field, papers: field, held: field, arrange: field }),
        (raw) => {
          const { view } = resolveModelsView(travel(raw));
          expect(resolveModelsView(travel(encodeModelsView(view))).view).toEqual(view);
        },
      ),
    );
  });

  test.each([
    [{ models: 'A,a ' }, '“a ” stands there twice'],
    [{ models: 'A,B,C,D,E,F' }, 'At most 5 models are compared. “F” is left out.'],
    [{ models: '--,A' }, '“--” is no name of a model'],
    [{ held: 'some' }, '“some” is none of all, two. Read as “all”.'],
    [{ arrange: 'up' }, '“up” is none of results, gap, name'],
    [{ of: 'tasks' }, '“tasks” is none of models, boards'],
  ])('%o says what is wrong', (search, problem) => {
    const { problems } = resolveModelsView(search);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test('a paper stays with its model when another is left out', () => {
    const { view } = resolveModelsView({ models: '--,A,B', papers: 'x,-,y' });
    expect(view.models).toEqual([
      { name: 'A', paper: null },
      { name: 'B', paper: 'y' },
    ]);
  });
});

test('of rows each named model is chosen once, five at most', () => {
  const rows = ['A', 'a', '', 'B', 'C', 'D', 'E', 'F'].map((model) => ({ model }));
  const models = chooseModels(rows, 'p');
  expect(models.map(({ name }) => modelKey(name))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(encodeModels(models)).toMatchObject({ papers: 'p,p,p,p,p' });
});

describe('boards in an address', () => {
  test('come back, two at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(slugs, { maxLength: 2 }), (boards) => {
        const search = travel(encodeBoardPair(boards));
        expect(isOfBoards(search)).toBe(true);
        expect(parseBoardPair(search)).toEqual({ boards, problems: [] });
      }),
    );
    expect(parseBoardPair({ boards: 'a,b,a,c' })).toEqual({
      boards: ['a', 'b'],
      problems: ['Two boards are compared. “c” is left out.'],
    });
  });

  test('a metric that a board does not have falls back to the ranking one', () => {
    const board = makeBoard([makeMetric('F1'), makeMetric('EM')], []);
    expect(resolveMetric('EM', board)).toEqual({ metric: 1, problem: null });
    expect(resolveMetric(undefined, board)).toEqual({ metric: 0, problem: null });
    expect(resolveMetric('BLEU', board)).toEqual({
      metric: 0,
      problem: '“BLEU” is no metric of Y. Left out.',
    });
  });
});
