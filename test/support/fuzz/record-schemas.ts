import type * as v from 'valibot';
import type { SectionName } from '../../../src/format/manifest.ts';
import { BoardListingSchema, BoardSchema } from '../../../src/format/records/board.ts';
import { DatasetListingSchema, DatasetSchema } from '../../../src/format/records/dataset.ts';
import { MethodListingSchema, MethodSchema } from '../../../src/format/records/method.ts';
import { OverviewSchema } from '../../../src/format/records/overview.ts';
import {
  AbstractSchema,
  PaperNumberSchema,
  PaperSchema,
} from '../../../src/format/records/paper.ts';
import { TaskListingSchema, TaskSchema } from '../../../src/format/records/task.ts';

/** What the records of each section are checked against when they are read. */
export const RECORD_SCHEMAS = {
  overview: OverviewSchema,
  'task-list': TaskListingSchema,
  tasks: TaskSchema,
  'board-list': BoardListingSchema,
  boards: BoardSchema,
  'dataset-list': DatasetListingSchema,
  datasets: DatasetSchema,
  'method-list': MethodListingSchema,
  methods: MethodSchema,
  'paper-numbers': PaperNumberSchema,
  papers: PaperSchema,
  abstracts: AbstractSchema,
} as const satisfies Record<SectionName, v.GenericSchema>;
