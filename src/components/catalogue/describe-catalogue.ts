import type { Dataset } from '../../format/records/dataset.ts';
import type { Method } from '../../format/records/method.ts';
import type { Task } from '../../format/records/task.ts';
import { formatPlural } from '../format/numbers.ts';

/** A task in one sentence, for search engines and previews of links. */
export function describeTask({ name, boards, datasets, papers }: Task): string {
  const parts = [
    ...(boards.length > 0 ? [formatPlural(boards.length, 'leaderboard')] : []),
    ...(datasets === undefined ? [] : [formatPlural(datasets.length, 'dataset')]),
    ...(papers > 0 ? [formatPlural(papers, 'paper')] : []),
  ];
  return sentence(`${name}, a task of machine learning`, parts);
}

/** A dataset in one sentence. */
export function describeDataset({ name, fullName, modalities, papers, boards }: Dataset): string {
  const kind =
    modalities === undefined ? 'dataset' : `dataset of ${modalities.map(lowerWord).join(', ')}`;
  return sentence(`${nameOf(name, fullName)}, a ${kind}`, [
    ...(boards === undefined ? [] : [formatPlural(boards.length, 'leaderboard')]),
    ...(papers > 0 ? [formatPlural(papers, 'paper')] : []),
  ]);
}

/** A method in one sentence. */
export function describeMethod({ name, fullName, collections, papers }: Method): string {
  const [collection] = collections ?? [];
  const kind = collection === undefined ? 'a method' : `a method of ${collection.name}`;
  return sentence(
    `${nameOf(name, fullName)}, ${kind}`,
    papers > 0 ? [`used by ${formatPlural(papers, 'paper')}`] : [],
  );
}

/** "Images" within a sentence; "3D" and "RGB-D" stay as they are. */
function lowerWord(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.toLowerCase() : name;
}

function nameOf(name: string, fullName: string | undefined): string {
  return fullName === undefined || fullName === name ? name : `${name} (${fullName})`;
}

function sentence(subject: string, parts: readonly string[]): string {
  return parts.length === 0 ? `${subject}.` : `${subject}: ${parts.join(', ')}.`;
}
