import { describe, expect, it } from 'vitest';
import {
  planPalette,
  type PaletteContents,
} from '../../../../src/components/palette/plan-palette.ts';
import { FIT } from '../../../../src/search/names/match-name.ts';

const EMPTY: PaletteContents = { text: '', address: null, names: [], papers: null, recent: [] };
const BOARD = { kind: 'board', slug: 'a-on-b', name: 'A on B', count: 1234 } as const;
const TASK = { kind: 'task', slug: 'a', name: 'A', count: 0 } as const;

const titles = (contents: Partial<PaletteContents>) =>
  planPalette({ ...EMPTY, ...contents }).map(({ title }) => title);

describe('the palette', () => {
  it('shows recent searches and pages before something is typed', () => {
    const [recent, pages] = planPalette({ ...EMPTY, text: ' ', recent: ['masked autoencoders'] });
    expect(recent).toEqual({
      title: 'Recent searches',
      entries: [
        {
          id: 'recent masked autoencoders',
          path: '/search?q=masked+autoencoders',
          label: 'masked autoencoders',
          search: 'masked autoencoders',
          isRecent: true,
        },
      ],
    });
    expect(pages?.title).toBe('Pages');
    expect(titles({})).toEqual(['Pages']);
  });

  it('has the search of all papers last, and alone when nothing fits', () => {
    const groups = planPalette({ ...EMPTY, text: ' zzz & "a b" ' });
    expect(groups).toEqual([
      {
        title: 'Search',
        entries: [
          {
            id: 'search',
            path: '/search?q=zzz+%26+%22a+b%22',
            label: 'Search all papers for “zzz & "a b"”',
            search: 'zzz & "a b"',
          },
        ],
      },
    ]);
  });

  it('keeps the usual order of groups among equals, and puts a better fit first', () => {
    const equal = [
      { ...BOARD, fit: FIT.words },
      { ...TASK, fit: FIT.words },
    ];
    expect(titles({ text: 'xyz', names: equal })).toEqual(['Leaderboards', 'Tasks', 'Search']);
    const better = [
      { ...BOARD, fit: FIT.start },
      { ...TASK, fit: FIT.exact },
    ];
    expect(titles({ text: 'xyz', names: better })).toEqual(['Tasks', 'Leaderboards', 'Search']);
  });

  it('puts papers after names, unless a title begins like the text', () => {
    const paper = { slug: 'p', title: 'On $A$ and B', authors: ['X Y', 'Z'], date: '2020-01-02' };
    const papers = { papers: [{ ...paper, fit: null }], authors: [], total: 7 };
    const names = [{ ...BOARD, fit: FIT.words }];
    const contents = { text: 'on a and', names, papers };
    expect(titles(contents)).toEqual(['Leaderboards', 'Papers', 'Search']);
    const begins = { ...papers, papers: [{ ...paper, fit: FIT.start }] };
    expect(titles({ ...contents, papers: begins })).toEqual(['Papers', 'Leaderboards', 'Search']);
    expect(titles({ ...contents, text: 'on', papers: begins })[0]).toBe('Leaderboards');
    expect(planPalette({ ...EMPTY, ...contents })[1]?.entries[0]).toEqual({
      id: 'paper p',
      path: '/paper/p',
      label: 'On A and B',
      detail: 'X Y et al., 2020',
    });
  });

  it('leads to the papers of an author, and to where an address leads', () => {
    const papers = { papers: [], authors: [{ name: 'Ann "A" Bee', fit: FIT.exact }], total: 0 };
    const groups = planPalette({
      ...EMPTY,
      text: '1706.03762',
      papers,
      address: { kind: 'paper', key: 'arxiv:1706.03762', slug: 'attention', title: 'Attention' },
    });
    expect(groups.map(({ entries }) => entries[0]?.path)).toEqual([
      '/paper/attention',
      '/author/Ann%20%22A%22%20Bee',
      '/search?q=1706.03762',
    ]);
    expect(groups[0]?.entries[0]?.detail).toBe('arXiv 1706.03762');
    expect(titles({ text: 'x/1', address: { kind: 'missing', key: 'arxiv:x/1' } })).toEqual([
      'Search',
    ]);
  });
});
