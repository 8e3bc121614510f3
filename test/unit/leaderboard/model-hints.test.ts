import { describe, expect, test } from 'vitest';
import { countRepeats } from '../../../src/leaderboard/find-repeats.ts';
import { readModelHints } from '../../../src/leaderboard/model-hints.ts';
import { isParameterCount, parametersOf, scaleOf } from '../../../src/leaderboard/model-scale.ts';
import { parseValue } from '../../../src/leaderboard/parse-value.ts';

describe('readModelHints', () => {
  test.each([
    ['Retro-Reader (ensemble)', { ensemble: true }],
    ['ALBERT + Verifier (ensemble model)', { ensemble: true }],
    ['BERT + UDA (single model)', { singleModel: true }],
    ['DiscRead (Single)', { singleModel: true }],
    ['davinci 175B (zero-shot-cot)', { zeroShot: true, parameters: 175e9 }],
    ['Big LM (0-shot)', { zeroShot: true }],
    ['GPT 175B (Few-Shot, k=64)', { fewShot: true, shots: 64, parameters: 175e9 }],
    ['NGM (5-shot)', { fewShot: true, shots: 5 }],
    ['NeoX (one-shot)', { fewShot: true }],
    ['XL (fine-tuned, Detection data only)', { fineTuned: true }],
    ['PubMed (2.7 B)', { parameters: 2.7e9 }],
    ['RDL-Net 3.91M (Deep)', { parameters: 3.91e6 }],
    ['T5-11B (Someone et al., 2020)', { parameters: 11e9 }],
    ['Mask (ResNeXt, multi-scale)', { testTimeAugmentation: true }],
    ['ResNet (10-crop)', { testTimeAugmentation: true }],
    ['ConvFormer-M36 (224 res, 21K)', { resolution: 224 }],
    ['SE-ResNeXt-101, 64x4d(416px)', { resolution: 416 }],
    ['DF-GAN (256 x 256)', { resolution: 256 }],
    ['Next-ViT-L @384', { resolution: 384 }],
    ['EfficientViT-B3 (r288)', { resolution: 288 }],
  ])('%s', (name, hints) => {
    expect(readModelHints(name)).toEqual(hints);
  });

  test.each([
    'ResNet-50',
    'VGG11B(3x) + LocalLearning',
    'ViT (JFT-300M)',
    'ir-CSN-152 (Sports-1M pretraining)',
    'ArcFace + MS1MV2 + R100',
    '600D Residual encoders',
    'M2Det',
    'Trained on 300B tokens',
    'one-stage detector',
    'YOLOv3-320',
    '',
  ])('%j says nothing', (name) => {
    expect(readModelHints(name)).toEqual({});
  });
});

test('parameters of a column, in the unit that its name states', () => {
  const read = (name: string, text: string) => parametersOf(name, parseValue(text));
  expect(read('Params', '86M')).toBe(86e6);
  expect(read('Params (M)', '86.5')).toBe(86.5e6);
  expect(read('Parameters (Billions)', '175')).toBe(175e9);
  expect(read('Params (M)', '86,000,000')).toBe(86e6);
  expect(read('Params', '86')).toBeNull();
  expect(read('Params', '-')).toBeNull();
  expect(parametersOf('Params', null)).toBeNull();
  expect(['Number of params', 'PARAMS', 'Trainable Parameters'].every(isParameterCount)).toBe(true);
  expect(isParameterCount('FLOPs')).toBe(false);
});

test('scales end where the next begins', () => {
  expect([9.9e6, 1e7, 86e6, 1e9, 540e9].map(scaleOf)).toEqual([
    'under-10m',
    '10m-100m',
    '10m-100m',
    '1b-10b',
    'over-100b',
  ]);
});

test('repeats of a model are counted, whatever its spelling; unnamed rows are none', () => {
  const rows = ['ResNet-50', 'resnet 50', 'ViT', '', ''].map((model) => ({ model }));
  expect(countRepeats(rows)).toEqual([2, 2, 1, 1, 1]);
});
