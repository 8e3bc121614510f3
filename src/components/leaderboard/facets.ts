import { SCALES, scaleOf } from '../../leaderboard/model-scale.ts';
import type { BoardData } from './board-data.ts';

/** A property that rows have or have not, as far as their names and numbers say. */
export interface Facet {
  /** Stands in addresses. */
  readonly id: string;
  readonly label: string;
  readonly isIn: (data: BoardData, row: number) => boolean;
}

/** What names of models say. */
const HINT_FACETS: readonly Facet[] = [
  {
    id: 'single',
    label: 'Single model',
    isIn: (data, row) => data.hints()[row]?.singleModel === true,
  },
  { id: 'ensemble', label: 'Ensemble', isIn: (data, row) => data.hints()[row]?.ensemble === true },
  {
    id: 'zero-shot',
    label: 'Zero-shot',
    isIn: (data, row) => data.hints()[row]?.zeroShot === true,
  },
  { id: 'few-shot', label: 'Few-shot', isIn: (data, row) => data.hints()[row]?.fewShot === true },
  {
    id: 'fine-tuned',
    label: 'Fine-tuned',
    isIn: (data, row) => data.hints()[row]?.fineTuned === true,
  },
  {
    id: 'tta',
    label: 'Several views at test time',
    isIn: (data, row) => data.hints()[row]?.testTimeAugmentation === true,
  },
  {
    id: 'repeated',
    label: 'Model with several rows',
    isIn: (data, row) => (data.repeats()[row] ?? 1) > 1,
  },
];

const SCALE_FACETS: readonly Facet[] = SCALES.map(({ id, label }) => ({
  id,
  label: `${label} parameters`,
  isIn: (data, row) => {
    const parameters = data.parameters()[row] ?? null;
    return parameters !== null && scaleOf(parameters) === id;
  },
}));

export const FACETS: readonly Facet[] = [...HINT_FACETS, ...SCALE_FACETS];

export function facetById(id: string): Facet | null {
  return FACETS.find((facet) => facet.id === id) ?? null;
}
