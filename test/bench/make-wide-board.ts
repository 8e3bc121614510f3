export const ROWS = 1000;
export const METRICS = 30;
export const SEED = 20_250_728;

/** Evaluation tables with one board: values of several forms, nine in ten filled, names with hints. */
export function makeWideBoard(): unknown {
  const random = seeded(SEED);
  const metrics = Array.from({ length: METRICS }, (_, index) => `Metric ${index + 1}`);
  const kinds = ['Net', 'Former', 'LM (ensemble)', 'LM (zero-shot)', 'Mixer 7B'];
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const score = 95 - index * 0.05;
    const values = metrics.map((name, metric) => [
      name,
      metric === 0
        ? score.toFixed(2)
        : [
            `${(random() * 100).toFixed(1)}%`,
            `${(random() * 90).toFixed(2)} ± 0.3`,
            `${Math.ceil(random() * 900)}M`,
          ][metric % 3],
    ]);
    const year = 2015 + Math.floor(random() * 10);
    return {
      model_name: `${kinds[Math.floor(random() * kinds.length)] ?? ''} ${index}`,
      paper_title: `A paper on model ${index} with a title of some length, as they have`,
      paper_url: `https://arxiv.org/abs/${year % 100}01.${String(10_000 + index)}`,
      paper_date: `${year}-0${1 + Math.floor(random() * 9)}-15`,
      code_links: [{ title: 'code', url: `https://github.com/x/model-${index}` }],
      model_links: [],
      metrics: Object.fromEntries(values.filter((_, metric) => metric === 0 || random() < 0.9)),
      uses_additional_data: random() < 0.3,
    };
  });
  const dataset = {
    dataset: 'Wide Data',
    description: '',
    dataset_citations: [],
    dataset_links: [],
    subdatasets: [],
    sota: { metrics, rows },
  };
  return [
    {
      task: 'Wide Task',
      description: '',
      categories: ['Benches'],
      source_link: null,
      synonyms: [],
      subtasks: [],
      datasets: [dataset],
    },
  ];
}

/** Mulberry32: the same numbers, 0 to 1, for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
