import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { RowSchema } from '../../../../src/format/records/board.ts';
import { isRow } from '../../../../src/format/records/is-row.ts';

/** JSON of every kind, right ones and wrong ones. */
const anything = fc.oneof(
  fc.string(),
  fc.integer({ min: -2, max: 5 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
);
const link = fc.record({ title: anything, url: anything }, { requiredKeys: [] });
const card = fc.record({ slug: anything, title: anything, date: anything }, { requiredKeys: [] });
const mostly = <T>(right: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: right }, anything);

const rows = fc.record(
  {
    model: mostly(fc.string()),
    values: mostly(fc.array(mostly(fc.oneof(fc.string(), fc.constant(null))), { maxLength: 3 })),
    rank: mostly(fc.oneof(fc.nat(), fc.constant(null))),
    paper: fc.oneof(card, mostly(fc.record({ slug: fc.string(), title: fc.string() }))),
    date: mostly(fc.string()),
    code: mostly(fc.array(link, { maxLength: 2 })),
    links: mostly(fc.array(fc.record({ url: fc.string() }), { maxLength: 2 })),
    extraData: mostly(fc.boolean()),
  },
  { requiredKeys: [] },
);

test('says of every value what the schema says', () => {
  let right = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: rows }, anything), (value) => {
      const expected = v.is(RowSchema, value);
      if (expected) right += 1;
      expect(isRow(value)).toBe(expected);
    }),
    { numRuns: 4000 },
  );
  // Not a test of refusals alone.
  expect(right).toBeGreaterThan(50);
});
