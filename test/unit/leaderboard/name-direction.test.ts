import { describe, expect, test } from 'vitest';
import { directionFromName } from '../../../src/leaderboard/name-direction.ts';

const HIGHER = [
  'Accuracy',
  'Certified accuracy',
  'Answer F1',
  'Top-1 Accuracy',
  'Top 1 (%)',
  'mAP@0.5:0.95',
  'text-to-video R@10',
  'Rank-10',
  'GAR @0.1% FAR Overall',
  'TAR @ FAR=0.1',
  'PSNR',
  'meanIOU',
  '3DIoU',
  'Log-Likelihood',
  'Mean Reciprocal Rank',
  'Error Correction Accuracy',
  'Speed (FPS)',
  'Laptop (Acc)',
  'Jaccard (Recall)',
  'R^2',
  'ΔPESQ',
];
const LOWER = [
  'ppl',
  'Test perplexity',
  'BPC',
  'Bit per Character (BPC)',
  'FPR95',
  'Model error',
  'Word Error Rate (WER)',
  'Top-5 Error',
  'Hamming Loss',
  'L1',
  'MSE (10^2, 50% missing)',
  'mRMSE-nz',
  'SceneFID',
  'Negative log likelihood',
  'Negative ELBO',
  'video-to-text Median Rank',
  'Mean Rank',
  'Edit Distance',
  'inference time (ms)',
  'Speed(ms/f)',
  'F-measure (Decay)',
  'Heavy MR^-2',
  'Total Variation of Information',
];
const NEUTRAL = [
  'Params',
  'PARAMS (M)',
  'Number of params',
  'No. parameters',
  'Trainable Parameters',
  'GFLOPs',
  'FLOPs (G) x views',
  '# of clusters (k)',
  'Training images',
  'Hardware Burden',
  'Operations per network pass',
];
const NOTHING = [
  'Sentiment',
  'Test',
  'All',
  'Bias (F/M)',
  'AUC Stdev',
  'Time of day',
  'Path Length',
  '',
  '(%)',
  'constructor',
];

describe('directionFromName', () => {
  test.each(HIGHER)('%s: higher', (name) => expect(directionFromName(name)).toBe('higher'));
  test.each(LOWER)('%s: lower', (name) => expect(directionFromName(name)).toBe('lower'));
  test.each(NEUTRAL)('%s: no better side', (name) =>
    expect(directionFromName(name)).toBe('neutral'),
  );
  test.each(NOTHING)('%s: nothing', (name) => expect(directionFromName(name)).toBeNull());
});
