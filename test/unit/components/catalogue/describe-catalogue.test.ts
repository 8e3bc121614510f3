import { expect, test } from 'vitest';
import {
  describeDataset,
  describeMethod,
  describeTask,
} from '../../../../src/components/catalogue/describe-catalogue.ts';

test('tasks', () => {
  const task = { slug: 't', name: 'Image Captioning', areas: [], boards: [], papers: 0 };
  expect(describeTask(task)).toBe('Image Captioning, a task of machine learning.');
  expect(describeTask({ ...task, papers: 1200, datasets: [{ slug: 'coco', name: 'COCO' }] })).toBe(
    'Image Captioning, a task of machine learning: 1 dataset, 1,200 papers.',
  );
});

test('datasets', () => {
  const dataset = { slug: 'd', name: 'COCO', papers: 0 };
  expect(describeDataset(dataset)).toBe('COCO, a dataset.');
  expect(
    describeDataset({
      ...dataset,
      fullName: 'Common Objects in Context',
      modalities: ['Images', 'Videos'],
      papers: 5,
    }),
  ).toBe('COCO (Common Objects in Context), a dataset of images, videos: 5 papers.');
  expect(describeDataset({ ...dataset, modalities: ['3D', 'RGB-D'] })).toBe(
    'COCO, a dataset of 3D, RGB-D.',
  );
});

test('methods', () => {
  const method = { slug: 'm', name: 'Adam', papers: 1 };
  expect(describeMethod({ ...method, fullName: 'Adam' })).toBe('Adam, a method: used by 1 paper.');
  expect(
    describeMethod({ ...method, papers: 0, collections: [{ name: 'Stochastic Optimization' }] }),
  ).toBe('Adam, a method of Stochastic Optimization.');
});
