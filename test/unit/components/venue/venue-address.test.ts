import { expect, test } from 'vitest';
import { venueSlugs } from '../../../../src/components/venue/venue-address.ts';
import {
  orderNumbers,
  parseVenueSearch,
  resolveVenueOrder,
} from '../../../../src/components/venue/venue-search.ts';

test.each([
  ['cvpr-2019-6', ['cvpr-2019-6', 'cvpr-2019', 'cvpr']],
  ['CVPR-2019', ['cvpr-2019', 'cvpr']],
  ['neurips', ['neurips']],
  ['acl-ijcnlp-2021-5', ['acl-ijcnlp-2021-5', 'acl-ijcnlp-2021', 'acl-ijcnlp']],
  ['!', []],
])('%s may be %j', (part, slugs) => {
  expect(venueSlugs(part)).toEqual(slugs);
});

test('the order is in the address; a wrong one falls back and says so', () => {
  expect(resolveVenueOrder(parseVenueSearch({}))).toEqual({ order: 'code', problem: null });
  expect(resolveVenueOrder(parseVenueSearch({ sort: 'newest' }))).toEqual({
    order: 'newest',
    problem: null,
  });
  expect(resolveVenueOrder(parseVenueSearch({ sort: 'best' })).problem).toContain('“best”');
  expect(orderNumbers([5, 9, 2], 'code')).toEqual([5, 9, 2]);
  expect(orderNumbers([5, 9, 2], 'newest')).toEqual([9, 5, 2]);
});
