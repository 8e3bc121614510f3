import { describe, expect, test } from 'vitest';
import { describeCorrelation } from '../../../../src/components/compare/describe-correlation.ts';
import { describeWins } from '../../../../src/components/compare/describe-wins.ts';
import { readSources } from '../../../../src/components/compare/read-sources.ts';
import { makeSharedBoard } from '../../../../src/components/compare/shared-board.ts';
import {
  countSharedModels,
  suggestModels,
} from '../../../../src/components/compare/suggest-models.ts';
import { compareOnBoard } from '../../../../src/leaderboard/compare-models.ts';
import { rankMetric } from '../../../../src/leaderboard/model-results.ts';
import { findSharedModels } from '../../../../src/leaderboard/shared-models.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const any = (name: string) => ({ name, paper: null });

describe('wins in words', () => {
  const compare = (numbers: readonly number[], direction: 'higher' | 'lower' | null = 'higher') => {
    const rows = numbers.map((number, place) => ({
      model: `M${place}`,
      values: [String(number)],
    }));
    const found = compareOnBoard(
      makeBoard([makeMetric('F1', direction)], rows),
      numbers.map((_, place) => any(`M${place}`)),
    );
    return found === null ? [] : [found];
  };

  test('two models: who is better on how many, and what is not counted', () => {
    const all = [...compare([2, 1]), ...compare([2, 1]), ...compare([1, 1])];
    expect(describeWins([...all, ...compare([1, 2], null)], ['M0', 'M1'])).toBe(
      'On 3 boards that hold both, M0 is better on 2 and M1 on 0; on 1 they are equal. ' +
        '1 further board does not say which way is better and is not counted. ' +
        '3 boards say little: read it with care.',
    );
  });

  test('more models: who is best on how many', () => {
    const boards = Array.from({ length: 5 }, () => compare([1, 3, 2], 'lower')).flat();
    expect(describeWins(boards, ['M0', 'M1', 'M2'])).toBe(
      'Of 5 boards, best is M0 on 5, M1 on 0, M2 on 0.',
    );
  });
});

test.each([
  [1, 1, 'nearly the same order', '100 times'],
  [0.75, 0.6, 'is mostly better on B', '80 times'],
  [0, 0, 'nothing to do with each other', '50 times'],
  [-0.9, -0.8, 'tends to be worse on B', '10 times'],
])('a correlation of %d and %d in words', (rho, tau, verdict, pairs) => {
  const text = describeCorrelation({ count: 12, rho, tau }, ['A', 'B']);
  expect(text).toContain(verdict);
  expect(text).toContain(pairs);
  expect(text).not.toContain('care');
  expect(describeCorrelation({ count: 9, rho, tau }, ['A', 'B'])).toContain('9 models say little');
});

test('the shared board has values and ranks of both boards, side by side', () => {
  const first = makeBoard(
    [makeMetric('F1')],
    [
      { model: 'A', values: ['90 %'], paper: { slug: 'p', title: 'P' } },
      { model: 'x', values: ['80'] },
      { model: 'B', values: ['70'] },
    ],
  );
  const second = {
    ...makeBoard(
      [makeMetric('Size', null)],
      [
        { model: 'b', values: ['1M'], code: [{ url: 'https://example.org/b' }] },
        { model: 'A', values: ['2M'] },
      ],
    ),
    slug: 'x-on-z',
    dataset: { name: 'Z' },
  };
  const sides = [first, second].map((board) => ({ board, metric: rankMetric(board, 0) }));
  const shared = makeSharedBoard(sides[0]!, sides[1]!, findSharedModels(sides[0]!, sides[1]!));
  // Without a better side there are no ranks on the second.
  expect(shared.metrics.map(({ name }) => name)).toEqual(['F1 on Y', 'Size on Z', 'Rank on Y']);
  expect(shared.rows).toEqual([
    { model: 'A', rank: 1, values: ['90 %', '2M', '1'], paper: { slug: 'p', title: 'P' } },
    { model: 'B', rank: 3, values: ['70', '1M', '3'], code: [{ url: 'https://example.org/b' }] },
  ]);
});

describe('suggestions', () => {
  const models = [
    { name: 'BERT', boards: ['a', 'b', 'c'] },
    { name: 'RoBERTa', boards: ['a', 'b'] },
    { name: 'GPT-4', boards: ['c', 'd', 'e', 'f'] },
    { name: 'ALBERT', boards: ['x'] },
  ];
  const namesOf = (query: string, ...chosen: typeof models) =>
    suggestModels(models, chosen, query, 10).map(({ model, shared }) => `${model.name} ${shared}`);

  test('without a model: those on most boards; with one: those that share most with it', () => {
    expect(namesOf('')).toEqual(['GPT-4 4', 'BERT 3', 'RoBERTa 2', 'ALBERT 1']);
    expect(namesOf('', models[0]!)).toEqual(['RoBERTa 2', 'GPT-4 1']);
  });

  test('what is typed is found as names are compared', () => {
    expect(namesOf('gpt4')).toEqual(['GPT-4 4']);
    expect(namesOf('bert', models[2]!)).toEqual(['BERT 1', 'ALBERT 0', 'RoBERTa 0']);
    expect(namesOf('zzz')).toEqual([]);
  });

  test('boards by the models that they share with one', () => {
    expect([...countSharedModels(models, 'a')]).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
  });
});

test('papers of a model are all of its name, its code is of the paper that it is kept to', () => {
  const paper = (slug: string) => ({ slug, title: slug });
  const link = (name: string) => ({ url: `https://example.org/${name}` });
  const boards = [
    makeBoard(
      [makeMetric('F1')],
      [
        { model: 'CNN', values: ['3'], paper: paper('one'), code: [link('a')] },
        { model: 'cnn', values: ['2'], paper: paper('two'), code: [link('b'), link('a')] },
        { model: 'RNN', values: ['1'], paper: paper('three') },
      ],
    ),
    makeBoard([makeMetric('F1')], [{ model: 'CNN', values: ['3'], paper: paper('two') }]),
  ];
  const found = readSources(boards, any('CNN'));
  expect(found.papers.map(({ slug }) => slug)).toEqual(['two', 'one']);
  expect(found.code).toEqual([link('a'), link('b')]);
  expect(readSources(boards, { name: 'CNN', paper: 'one' })).toEqual({
    papers: found.papers,
    code: [link('a')],
  });
});
