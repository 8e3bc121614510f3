import { parseArgs } from 'node:util';
import { InputError } from '../input-error.ts';

export interface ArchiveArguments {
  /** Folder of the dumps. */
  readonly dumps: string;
  /** Folder of the snapshot. */
  readonly to: string;
  /** Addresses to fetch from, without a slash at their end; the first is preferred. */
  readonly mirrors: readonly string[];
  /** Whether to build a snapshot of the dumps as well. */
  readonly isBuilt: boolean;
}

const HUB = 'https://huggingface.co';

/** Environment variable with mirrors, separated by commas or blanks. */
const MIRRORS_VARIABLE = 'PWC_ARCHIVE_MIRRORS';

export const HELP = `Fetches the last public dumps of Papers With Code and builds a snapshot of them.

  npm run archive -- [--dumps DIR] [--to DIR] [--mirror URL ...] [--fetch-only]

  --dumps DIR    folder for the dumps, about 630 MB. Default: dumps. What broke off goes on there.
  --to DIR       folder for the snapshot, which npm start then shows. Default: snapshot.
  --mirror URL   where to fetch from: ${HUB} or a host that answers as it does.
                 May be given several times; the next is asked for what one does not have.
                 ${MIRRORS_VARIABLE} in the environment does the same.
  --fetch-only   builds nothing.
  --help         this text.
`;

/**
 * Reads the command line.
 * @returns null when help was asked for.
 * @throws InputError
 */
export function parseArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ArchiveArguments | null {
  const values = parseOptions(argv);
  if (values.help === true) return null;
  const listed = (environment[MIRRORS_VARIABLE] ?? '').split(/[\s,]+/).filter((url) => url !== '');
  const given = values.mirror ?? listed;
  return {
    dumps: values.dumps ?? 'dumps',
    to: values.to ?? 'snapshot',
    mirrors: given.length === 0 ? [HUB] : given.map(parseMirror),
    isBuilt: values['fetch-only'] !== true,
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        dumps: { type: 'string' },
        to: { type: 'string' },
        mirror: { type: 'string', multiple: true },
        'fetch-only': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`The command line is not understood: ${detail} (see --help).`, { cause });
  }
}

function parseMirror(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InputError(`The mirror "${text}" is no address; one such as ${HUB} was expected.`);
  }
  return url.href.replace(/\/+$/, '');
}
