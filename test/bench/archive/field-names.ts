import { capitalised, inventWord } from './invented-words.ts';
import { itemOf, shuffled, type Random } from './random.ts';

export const AREAS = [
  'Adversarial',
  'Audio',
  'Computer Code',
  'Computer Vision',
  'Graphs',
  'Knowledge Base',
  'Medical',
  'Methodology',
  'Miscellaneous',
  'Music',
  'Natural Language Processing',
  'Playing Games',
  'Reasoning',
  'Robots',
  'Speech',
  'Time Series',
] as const;

const QUALITIES = [
  '',
  '3D',
  'Continual',
  'Cross-Lingual',
  'Few-Shot',
  'Fine-Grained',
  'Low-Resource',
  'Multi-Label',
  'Multimodal',
  'Online',
  'Open-Vocabulary',
  'Real-Time',
  'Robust',
  'Self-Supervised',
  'Unsupervised',
  'Weakly-Supervised',
  'Zero-Shot',
];
const OBJECTS =
  'Action Anomaly Aspect Code Crowd Depth Dialogue Document Emotion Entity Event Face Gaze Gesture Graph Hand Image Intent Keypoint Lane Language Layout Lesion Lip Mesh Molecule Music Node Object Pedestrian Point-Cloud Pose Protein Query Relation Scene Sentence Sound Speaker Speech Table Text Trajectory Vehicle Video Voice Word'.split(
    ' ',
  );
const WORKS =
  'Alignment Captioning Classification Clustering Completion Compression Counting Deblurring Denoising Detection Disambiguation Editing Embedding Enhancement Estimation Extraction Forecasting Generation Grounding Inpainting Labelling Linking Localization Matching Parsing Prediction Ranking Recognition Reconstruction Retrieval Segmentation Summarization Synthesis Tracking Translation Understanding'.split(
    ' ',
  );
const MEASURES =
  'Accuracy|AUC|AUROC|BLEU|CER|CIDEr|Dice|EER|EM|Error|F1|FID|FPR95|IoU|MAE|mAP|mIoU|MRR|MSE|NDCG|Params|Perplexity|Precision|PSNR|Recall|RMSE|ROUGE-L|Score|SSIM|WER'.split(
    '|',
  );
const CONDITIONS =
  '|@1|@5|@10|@50| (val)| (test)| (%)| (mean)| (hard)| (easy)| (unseen)| (10-shot)| (5-way)| (ms)| (en)| (de)| (small)|-Macro|-Micro'.split(
    '|',
  );

/** Distinct names of tasks, in a random order. */
export function makeTaskNames(count: number, random: Random): string[] {
  const names = QUALITIES.flatMap((quality) =>
    OBJECTS.flatMap((object) => WORKS.map((work) => `${quality} ${object} ${work}`.trim())),
  );
  return shuffled(names, random).slice(0, count);
}

/** Distinct names of metrics, the plain ones first. */
export function makeMetricNames(count: number, random: Random): string[] {
  const plain = CONDITIONS.flatMap((condition) =>
    MEASURES.map((measure) => `${measure}${condition}`),
  );
  const special = Array.from(
    { length: Math.max(0, count - plain.length) },
    (_, number) =>
      `${itemOf(MEASURES, number % MEASURES.length)} on ${inventWord(9_000_000 + number)}`,
  );
  return [...plain, ...shuffled(special, random)].slice(0, count);
}

/** A name such as `DRAUXBench` or `Velio-3`, another for every number. */
export function inventName(number: number): string {
  const word = inventWord(5_000_000 + number);
  if (number % 3 === 0) return word.slice(0, 5).toUpperCase() + word.slice(5);
  return number % 3 === 1 ? capitalised(word) : `${capitalised(word)}-${(number % 7) + 2}`;
}

/** The site's slug of a name. */
export function slugOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replace(/[ -]+/g, '-')
    .replace(/^-|-$/g, '');
}
