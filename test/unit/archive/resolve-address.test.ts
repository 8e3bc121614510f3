import { describe, expect, test } from 'vitest';
import {
  resolveAddress,
  resolveName,
  similarity,
  splitBoardSlug,
  type FoundPage,
  type NameLookups,
} from '../../../src/archive/addresses/resolve-address.ts';
import { aliasKey } from '../../../src/format/records/alias.ts';
import type { NameKind } from '../../../src/format/records/name.ts';

/** What a small archive knows; names as the dumps and the old site write them. */
const NAMES: readonly (readonly [kind: NameKind, slug: string, ...names: string[]])[] = [
  ['board', 'question-answering-on-squad11', 'Question Answering on SQuAD1.1'],
  ['board', 'speech-recognition-on-common-voice-70', 'Speech Recognition on Common Voice 7.0'],
  ['board', 'object-detection-on-coco', 'Object Detection on COCO'],
  ['board', 'object-detection-on-coco-1', 'Object Detection on COCO '],
  ['board', 'parsing-on-cityscapes', 'Parsing on Cityscapes', 'Scene Parsing on Cityscapes'],
  ['board', 'segmentation-on-cityscapes', 'Scene Parsing on Cityscapes'],
  ['board', 'language-modelling-on-wikitext-103', 'Language Modelling on WikiText-103'],
  ['board', 'image-classification-on-imagenet', 'Image Classification on ImageNet'],
  ['task', 'language-modelling', 'Language Modelling', 'Language Model Pretraining'],
  ['task', 'image-classification', 'Image Classification', 'Image Recognition'],
  ['dataset', 'imagenet', 'ImageNet'],
  ['dataset', 'coco', 'COCO', 'COCO test-dev'],
  ['method', 'resnet', 'ResNet', 'Residual Network'],
  ['task', 'detection', 'Detection'],
  ['method', 'detection', 'Detection'],
];

const PAPERS = [
  'attention-is-all-you-need',
  'attention-is-not-all-you-need-pure-attention',
  'bert-pre-training-of-deep-bidirectional',
  'deep-residual-learning-for-image-recognition',
  'deep-residual-learning-for-image-restoration',
];

const index = new Map<string, string[]>();
for (const [kind, slug, ...names] of NAMES) {
  for (const key of new Set([slug, ...names].map((name) => aliasKey(kind, name) ?? ''))) {
    index.set(key, [...(index.get(key) ?? []), slug]);
  }
}

const lookups: NameLookups = {
  aliases: (kind, name) => Promise.resolve(index.get(aliasKey(kind, name) ?? '') ?? []),
  aliasesNear: () => Promise.resolve([...index].map(([key, slugs]) => ({ key, slugs }))),
  boardsOf: ({ slug }) =>
    Promise.resolve(
      NAMES.flatMap(([kind, board]) => (kind === 'board' && board.includes(slug) ? [board] : [])),
    ),
  papersNear: () => Promise.resolve(PAPERS),
};

const slugs = (pages: readonly FoundPage[]) => pages.map(({ kind, slug }) => `${kind} ${slug}`);

test.each<[kind: FoundPage['kind'], address: string, expected: string]>([
  // Dots dropped or dashed, underscores, upper case, no dashes at all.
  ['board', 'question-answering-on-squad1-1', 'question-answering-on-squad11'],
  ['board', 'speech-recognition-on-common-voice-7-0', 'speech-recognition-on-common-voice-70'],
  ['board', 'Question-Answering-on-SQuAD11', 'question-answering-on-squad11'],
  ['board', 'questionansweringonsquad11', 'question-answering-on-squad11'],
  // The old site's number behind a slug that was taken.
  ['board', 'image-classification-on-imagenet-2', 'image-classification-on-imagenet'],
  // The slug of one board in another writing, and a name of a second.
  ['board', 'Object_Detection_on_COCO', 'object-detection-on-coco'],
  // Another name of the task.
  ['board', 'image-recognition-on-imagenet', 'image-classification-on-imagenet'],
  ['board', 'language-model-pretraining-on-wikitext103', 'language-modelling-on-wikitext-103'],
  ['task', 'Image-Classification', 'image-classification'],
  ['task', 'image-recognition', 'image-classification'],
  ['task', 'image_classification', 'image-classification'],
  ['dataset', 'coco-test-dev', 'coco'],
  ['dataset', 'ImageNet', 'imagenet'],
  ['method', 'residual-network', 'resnet'],
  ['paper', 'Attention-Is-All-You-Need', 'attention-is-all-you-need'],
  ['paper', 'attention_is_all_you_need', 'attention-is-all-you-need'],
  // Longer and shorter than where the old site cut it.
  [
    'paper',
    'bert-pre-training-of-deep-bidirectional-transformers',
    'bert-pre-training-of-deep-bidirectional',
  ],
  ['paper', 'bert-pre-training-of-deep', 'bert-pre-training-of-deep-bidirectional'],
])('%s %s is %s', async (kind, address, expected) => {
  const { same } = await resolveAddress(kind, address, lookups);
  expect(slugs(same)).toEqual([`${kind} ${expected}`]);
});

describe('when an address may mean several pages, or none', () => {
  test('boards that share a name which is the slug of neither are all offered', async () => {
    const { same } = await resolveAddress('board', 'scene-parsing-on-cityscapes', lookups);
    expect(slugs(same)).toEqual([
      'board parsing-on-cityscapes',
      'board segmentation-on-cityscapes',
    ]);
  });

  test('of a board with a wrong task the dataset and its boards are offered', async () => {
    const { same, others } = await resolveAddress(
      'board',
      'image-clasification-on-imagenet',
      lookups,
    );
    expect(same).toEqual([]);
    expect(slugs(others)).toEqual(['board image-classification-on-imagenet', 'dataset imagenet']);
  });

  test('names that are nearly so are offered, not gone to', async () => {
    const { same, others } = await resolveAddress('task', 'language-modeling', lookups);
    expect(same).toEqual([]);
    expect(slugs(others)).toEqual(['task language-modelling']);
  });

  test('what is no task may be a method', async () => {
    const { same, others } = await resolveAddress('task', 'resnet', lookups);
    expect(same).toEqual([]);
    expect(slugs(others)).toEqual(['method resnet']);
  });

  test('papers that begin alike are offered', async () => {
    const { same, others } = await resolveAddress(
      'paper',
      'deep-residual-learning-for-image-compression',
      lookups,
    );
    expect(same).toEqual([]);
    expect(slugs(others)).toEqual([
      'paper deep-residual-learning-for-image-recognition',
      'paper deep-residual-learning-for-image-restoration',
    ]);
  });

  test('a name is found among all kinds', async () => {
    expect(slugs(await resolveName('detection', lookups))).toEqual([
      'task detection',
      'method detection',
    ]);
    expect(await resolveName('!', lookups)).toEqual([]);
  });
});

test('a slug of a board is split at every "on"', () => {
  expect(splitBoardSlug('few-shot-on-the-fly-on-coco')).toEqual([
    { task: 'few-shot', dataset: 'the-fly-on-coco' },
    { task: 'few-shot-on-the-fly', dataset: 'coco' },
  ]);
  expect(splitBoardSlug('on-coco-on')).toEqual([]);
});

test('likeness goes from nothing to the same', () => {
  expect(similarity('imagenet', 'imagenet')).toBe(1);
  expect(similarity('abc', 'xyz')).toBe(0);
  expect(similarity('', '')).toBe(1);
  expect(similarity('modelling', 'modeling')).toBeGreaterThan(0.8);
});
