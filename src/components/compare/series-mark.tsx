/** Shapes of the models that are compared, in a square of 12: told apart without colours, too. */
const SHAPES = [
  'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  'M1.5 1.5h9v9h-9z',
  'M6 0l6 6l-6 6l-6-6z',
  'M6 .5l6 10.5h-12z',
  'M4 .5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z',
] as const;

/** The mark of one model. @param model its place among those compared. */
export function SeriesMark({ model }: { readonly model: number }) {
  return (
    <svg className="series-mark" width={14} height={14} viewBox="-1 -1 14 14" aria-hidden="true">
      <path className="series-shape" data-series={model} d={SHAPES[model]} />
    </svg>
  );
}
