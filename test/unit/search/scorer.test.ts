import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../src/search/lists/byte-writer.ts';
import { encodePostings, type DocumentRange } from '../../../src/search/lists/posting-list.ts';
import { IMPACT_VALUES, SHORT_QUERY_VALUES } from '../../../src/search/ranking-model.ts';
import type { LoadedList, LoadedPostings } from '../../../src/search/postings.ts';
import type { ScoredGroup, ScorePlan } from '../../../src/search/score-plan.ts';
import { Scorer } from '../../../src/search/scorer.ts';
import { planSegments } from '../../../src/search/segments.ts';

const DOCUMENTS = 400;
const QUERIES = 10_000;

const list = fc
  .uniqueArray(fc.nat(DOCUMENTS - 1), { minLength: 1, maxLength: 150 })
  .chain((documents) =>
    fc
      .array(fc.integer({ min: 1, max: 31 }), {
        minLength: documents.length,
        maxLength: documents.length,
      })
      .map((impacts) =>
        toPostings(
          documents.toSorted((a, b) => a - b),
          impacts,
        ),
      ),
  );

/** Where lists are cut, each by itself. */
const SEGMENTS = planSegments(DOCUMENTS, [150, 70]);

function toPostings(documents: number[], impacts: number[]): LoadedPostings {
  const postings =
    documents.length <= 3
      ? [{ kind: 'inline' as const, documents, impacts }]
      : SEGMENTS.flatMap((range) => toSegment(range, documents, impacts));
  PLAIN.set(postings, new Map(documents.map((document, index) => [document, impacts[index]!])));
  return postings;
}

function toSegment(range: DocumentRange, all: number[], allImpacts: number[]): LoadedList[] {
  const places = [...all.keys()].filter((at) => all[at]! >= range.from && all[at]! < range.to);
  const [documents, impacts] = [places.map((at) => all[at]!), places.map((at) => allImpacts[at]!)];
  if (places.length === 0) return [];
  if (places.length <= 3) return [{ kind: 'inline', documents, impacts }];
  const writer = new ByteWriter();
  encodePostings(writer, documents, impacts, documents.length, range.from);
  return [{ kind: 'packed', bytes: writer.take(), frequency: documents.length, range }];
}

const PLAIN = new WeakMap<LoadedPostings, ReadonlyMap<number, number>>();

const rarely = <T>(value: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 4, arbitrary: fc.constant(otherwise) });

const group = fc.record<ScoredGroup>({
  lists: fc.array(fc.record({ postings: list, weight: fc.integer({ min: 1, max: 900 }) }), {
    maxLength: 3,
  }),
  coverageWeight: fc.nat(900),
  isRequired: rarely(fc.constant(true), false),
  isTitleOnly: rarely(fc.constant(true), false),
});

const plan = fc.array(group, { minLength: 1, maxLength: 5 }).chain((groups) =>
  fc.record<ScorePlan>({
    values: fc.constantFrom(IMPACT_VALUES, SHORT_QUERY_VALUES),
    groups: fc.constant(groups),
    pairs: fc.array(
      fc.record({
        bit: fc.nat(47),
        bonus: fc.nat(5000),
        groups: fc.tuple(
          fc.integer({ min: -1, max: groups.length - 1 }),
          fc.integer({ min: 0, max: groups.length - 1 }),
        ),
      }),
      { maxLength: 4 },
    ),
    coverage: fc.nat(100),
    titleCoverage: fc.nat(100),
    excluded: rarely(
      fc.array(fc.record({ postings: list, isTitleOnly: fc.boolean() }), { maxLength: 2 }),
      [],
    ),
    allowed: rarely<Uint8Array | null>(
      fc.uint8Array({ minLength: DOCUMENTS, maxLength: DOCUMENTS, max: 1 }),
      null,
    ),
    orderBy: rarely<readonly number[] | null>(
      fc.oneof(
        fc.constant([]),
        fc.array(fc.nat(3), { minLength: DOCUMENTS, maxLength: DOCUMENTS }),
      ),
      null,
    ),
    limit: fc.integer({ min: 1, max: 30 }),
  }),
);

const plainList = (postings: LoadedPostings) => PLAIN.get(postings)!;

/** Scores one document from the definition, with no array over all of them and nothing skipped. */
function naiveScore(plan: ScorePlan, document: number, bits: bigint): number | null {
  let score = 0;
  const present: number[] = [];
  const inTitle: number[] = [];
  for (const [index, { lists, isRequired, isTitleOnly }] of plan.groups.entries()) {
    let best = 0;
    for (const { postings, weight } of lists) {
      const impact = plainList(postings).get(document);
      if (impact === undefined || (isTitleOnly && impact < 16)) continue;
      best = Math.max(best, weight * plan.values[impact]!);
      present.push(index);
      if (impact >= 16) inTitle.push(index);
    }
    if (isRequired && best === 0) return null;
    score += best;
  }
  const isExcluded = plan.excluded.some(({ postings, isTitleOnly }) => {
    const impact = plainList(postings).get(document);
    return impact !== undefined && (impact >= 16 || !isTitleOnly);
  });
  if (score === 0 || isExcluded || plan.allowed?.[document] === 0) return null;
  const whole = plan.groups.reduce((sum, { coverageWeight }) => sum + coverageWeight, 0);
  const share = (groups: readonly number[]) => {
    const covered = [...new Set(groups)].map((index) => plan.groups[index]!.coverageWeight);
    const part = covered.reduce((sum, weight) => sum + weight, 0) / whole;
    const fourth = part * part * (part * part);
    return fourth * fourth * (fourth * fourth);
  };
  if (whole > 0) {
    const covering = plan.coverage * share(present) + plan.titleCoverage * share(inTitle);
    score += Math.floor(((whole * 60) / 256) * covering);
  }
  for (const { bit, bonus, groups } of plan.pairs) {
    const hasWords = groups.every((index) => index < 0 || inTitle.includes(index));
    if (inTitle.length > 0 && hasWords && ((bits >> BigInt(bit)) & 1n) === 1n) score += bonus;
  }
  return score;
}

function naiveRank(plan: ScorePlan, pairs: BigUint64Array) {
  const results = [];
  for (let document = 0; document < DOCUMENTS; document++) {
    const score = naiveScore(plan, document, pairs[document]!);
    if (score !== null)
      results.push({
        document,
        score: plan.orderBy === null ? score : (plan.orderBy[document] ?? 0),
      });
  }
  results.sort((a, b) => b.score - a.score || b.document - a.document);
  return { top: results.slice(0, plan.limit), total: results.length };
}

describe('the scorer', () => {
  it(`ranks as the naive one does, in ${QUERIES} generated queries`, { timeout: 300_000 }, () => {
    const scorer = new Scorer(DOCUMENTS);
    const pairs = BigUint64Array.from({ length: DOCUMENTS }, (_, document) =>
      BigInt.asUintN(64, BigInt(document + 1) * 0x9e3779b97f4a7c15n),
    );
    scorer.usePairs(
      Uint8Array.from({ length: DOCUMENTS * 6 }, (_, at) =>
        Number((pairs[Math.floor(at / 6)]! >> BigInt(8 * (at % 6))) & 0xffn),
      ),
    );
    fc.assert(
      fc.property(plan, (plan) => {
        expect(scorer.rank(plan)).toEqual(naiveRank(plan, pairs));
      }),
      { numRuns: QUERIES, endOnFailure: true },
    );
  });
});
