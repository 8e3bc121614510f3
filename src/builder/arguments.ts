import { parseArgs } from 'node:util';
import { parseDate } from '../format/dates.ts';
import { isInstant } from '../format/instant.ts';
import { MAX_SIGNER_LENGTH } from '../format/limits.ts';
import { InputError } from './input-error.ts';

export interface BuildArguments {
  /** Folder of the five dumps. */
  readonly from: string;
  /** Folder of the snapshot. */
  readonly to: string;
  /** Day that the data describes; null to take it from the data. */
  readonly date: string | null;
  /** zstd level, 1 to 22. */
  readonly level: number;
  /** File of the private key to sign with; null leaves the snapshot unsigned. */
  readonly sign: string | null;
  /** Name of the signer; null takes it from the key. */
  readonly by: string | null;
  /** When the snapshot is signed, YYYY-MM-DDTHH:MM:SSZ; null for now. */
  readonly issued: string | null;
  /** File for the snapshot as one archive file; null for none. */
  readonly bundle: string | null;
}

/** zstd level of a snapshot, unless another is asked for. */
export const DEFAULT_LEVEL = 16;

export const HELP = `Builds a snapshot from the dumps of the Papers With Code archive.

  npm run snapshot -- --from DIR --to DIR [--date YYYY-MM-DD] [--level N]
                      [--sign KEY [--signer NAME] [--issued TIME]] [--bundle FILE]

  --from DIR    folder with the dumps: papers-with-abstracts, links-between-papers-and-code,
                evaluation-tables, methods, datasets, each .json or .json.gz; a prefix such as
                jul-28- is fine. Papers or evaluation tables must be there.
  --to DIR      folder for the snapshot: new, empty, or an older snapshot, which is replaced
                only when the new one is complete and checked.
  --date DATE   day that the data describes. Without it: the latest believable date in the data.
  --level N     zstd level from 1 (quick) to 22 (small). Default ${DEFAULT_LEVEL}.
  --sign KEY    signs the snapshot with the private key in this file (see npm run keys).
  --signer NAME name to show for it. Without it: the first digits of the public key.
  --issued TIME when it is signed, such as 2025-07-28T12:00:00Z. Without it: now. The same dumps, key
                and time give the same bytes.
  --bundle FILE also writes all packs as one archive file, for hand-over without a network. Its
                name should end in .pwc2.tar.
  --help        this text.
`;

/**
 * Reads the command line.
 * @returns null when help was asked for.
 * @throws InputError
 */
export function parseArguments(argv: readonly string[]): BuildArguments | null {
  const values = parseOptions(argv);
  if (values.help === true) return null;
  const { from, to, date, level, bundle } = values;
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? '--from' : '--to';
    throw new InputError(`${missing} is missing; --from DIR and --to DIR are needed (see --help).`);
  }
  if (date !== undefined && (date.length !== 10 || parseDate(date) !== date)) {
    throw new InputError(`--date is "${date}"; a day such as 2025-07-28 was expected.`);
  }
  return {
    from,
    to,
    date: date ?? null,
    level: parseLevel(level),
    ...parseSigning(values),
    bundle: bundle ?? null,
  };
}

function parseSigning({
  sign,
  signer,
  issued,
}: {
  sign?: string;
  signer?: string;
  issued?: string;
}): Pick<BuildArguments, 'sign' | 'by' | 'issued'> {
  const alone = signer !== undefined ? '--signer' : '--issued';
  if (sign === undefined && (signer ?? issued) !== undefined) {
    throw new InputError(`${alone} is of no use without --sign KEY; add that or leave it out.`);
  }
  if (issued !== undefined && !isInstant(issued)) {
    throw new InputError(
      `--issued is "${issued}"; a time in UTC such as 2025-07-28T12:00:00Z was expected.`,
    );
  }
  if (signer !== undefined && (signer.trim() === '' || signer.length > MAX_SIGNER_LENGTH)) {
    throw new InputError(
      `--signer has ${signer.length} characters; a name of 1 to ${MAX_SIGNER_LENGTH} was expected.`,
    );
  }
  return { sign: sign ?? null, by: signer?.trim() ?? null, issued: issued ?? null };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        date: { type: 'string' },
        level: { type: 'string' },
        sign: { type: 'string' },
        signer: { type: 'string' },
        issued: { type: 'string' },
        bundle: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`The command line is not understood: ${detail} (see --help).`, { cause });
  }
}

function parseLevel(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LEVEL;
  const level = Number(text);
  if (!/^\d+$/.test(text) || level < 1 || level > 22) {
    throw new InputError(`--level is "${text}"; a whole number from 1 to 22 was expected.`);
  }
  return level;
}
