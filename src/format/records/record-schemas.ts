import type * as v from 'valibot';
import type { RecordSectionName } from '../manifest.ts';
import { AliasSchema } from './alias.ts';
import { BoardListingSchema, BoardSchema } from './board.ts';
import { DatasetListingSchema, DatasetSchema } from './dataset.ts';
import { MethodListingSchema, MethodSchema } from './method.ts';
import { ModelSchema } from './model.ts';
import { NameSchema } from './name.ts';
import { OverviewSchema } from './overview.ts';
import { AbstractSchema, PaperNumberSchema, PaperResultsSchema, PaperSchema } from './paper.ts';
import { TaskListingSchema, TaskSchema } from './task.ts';
import { TrendsSchema } from './trends.ts';
import { VenueSchema } from './venue.ts';

/** What the records of each section are checked against when they are read. Not for the app, which names the few it needs. */
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
  models: ModelSchema,
  'paper-numbers': PaperNumberSchema,
  papers: PaperSchema,
  abstracts: AbstractSchema,
  'paper-results': PaperResultsSchema,
  aliases: AliasSchema,
  names: NameSchema,
  trends: TrendsSchema,
  venues: VenueSchema,
} as const satisfies Record<RecordSectionName, v.GenericSchema>;
