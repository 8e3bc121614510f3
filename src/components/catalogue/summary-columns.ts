/** A column of a table of boards. */
export type SummaryColumn =
  | 'task'
  | 'dataset'
  | 'model'
  | 'value'
  | 'metric'
  | 'record'
  | 'paper'
  | 'code'
  | 'results';

export const SUMMARY_LABELS: Record<SummaryColumn, string> = {
  task: 'Task',
  dataset: 'Dataset',
  model: 'Best model',
  value: 'Value',
  metric: 'Metric',
  record: 'Record',
  paper: 'Paper',
  code: 'Code',
  results: 'Results',
};

/** Columns of a table; short ones leave out the record and the paper and code of the best model. */
export function summaryColumns(options: {
  readonly hasTask: boolean;
  readonly isShort: boolean;
  /** Some board has a record line. */
  readonly hasRecord: boolean;
}): readonly SummaryColumn[] {
  return [
    ...(options.hasTask ? (['task'] as const) : []),
    'dataset',
    'model',
    'value',
    'metric',
    ...(options.hasRecord && !options.isShort ? (['record'] as const) : []),
    ...(options.isShort ? [] : (['paper', 'code'] as const)),
    'results',
  ];
}
