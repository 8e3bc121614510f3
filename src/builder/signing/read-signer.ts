import type { BuildArguments } from '../arguments.ts';
import type { Disk } from '../disk.ts';
import { explainFileError, InputError } from '../input-error.ts';
import { parseSigningKey } from './key-pair.ts';
import { createManifestSigner, formatInstant, type ManifestSigner } from './manifest-signer.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Far more than any key file has. */
const MAX_KEY_BYTES = 64 * 1024;

/**
 * Whoever signs by these arguments, or null for nobody.
 * @param now for the time of signing, where none is given.
 * @throws InputError
 */
export async function readSigner(
  { sign, by, issued }: Pick<BuildArguments, 'sign' | 'by' | 'issued'>,
  disk: Disk,
  now: () => Date,
): Promise<ManifestSigner | null> {
  if (sign === null) return null;
  const key = parseSigningKey(await readKeyFile(sign, disk), sign);
  const moment = now();
  if (issued !== null && Date.parse(issued) > moment.getTime() + DAY_MS) {
    throw new InputError(
      `--issued ${issued} is in the future. Apps that took such a snapshot would refuse every one that is issued before that time; give a time that has come.`,
    );
  }
  return createManifestSigner(key, by, issued ?? formatInstant(moment));
}

async function readKeyFile(path: string, disk: Disk): Promise<string> {
  try {
    const kind = await disk.kind(path);
    if (kind === 'file' && (await disk.size(path)) <= MAX_KEY_BYTES) {
      return new TextDecoder().decode(await disk.read(path));
    }
    const found = { nothing: 'does not exist', folder: 'is a folder', file: 'is no key file' }[
      kind
    ];
    throw new InputError(
      `--sign ${path} ${found}; a private key as \`npm run keys\` makes it was expected.`,
    );
  } catch (error) {
    throw explainFileError(error, `Reading the key ${path}`);
  }
}
