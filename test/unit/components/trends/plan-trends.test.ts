import { expect, test } from 'vitest';
import { formatShare } from '../../../../src/components/format/shares.ts';
import { planTrends } from '../../../../src/components/trends/plan-trends.ts';

const year = (of: number, papers: number) => ({ year: of, papers, withCode: 0, results: 0 });
const trends = (...years: ReturnType<typeof year>[]) => ({
  years,
  frameworks: [],
  tasks: [],
  methods: [],
});

test('years of few papers at the beginning are added up, not drawn', () => {
  const plan = planTrends(
    trends(year(1998, 1), year(1999, 0), year(2000, 500), year(2001, 1000), year(2002, 400)),
    '2002-07-28',
  );
  expect(plan.years.map((each) => each.year)).toEqual([2000, 2001, 2002]);
  expect(plan.earlier).toBe(1);
  expect(plan.lastWhole?.year).toBe(2001);
});

test('on the last day of a year the year is whole; without a whole one the last counts', () => {
  expect(planTrends(trends(year(2001, 5)), '2001-12-31').lastWhole?.year).toBe(2001);
  expect(planTrends(trends(year(2001, 5)), '2001-06-01').lastWhole?.year).toBe(2001);
  expect(planTrends(trends(), '2001-06-01').lastWhole).toBeNull();
});

test('shares are whole percents, and none is not little', () => {
  expect(formatShare(1, 8)).toBe('13 %');
  expect(formatShare(1, 1000)).toBe('<1 %');
  expect(formatShare(0, 1000)).toBe('0 %');
  expect(formatShare(0, 0)).toBe('0 %');
});
