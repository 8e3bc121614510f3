import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { errorCode, explainFileError, InputError } from '../input-error.ts';
import { runProgram } from '../run-program.ts';
import { makeKeyPair } from './key-pair.ts';

const HELP = `Makes a key pair to sign snapshots with.

  npm run keys -- --to FILE

  --to FILE   new file for the private key, readable by you alone. Keep it out of the repository and
              make a copy: apps that know its public half take only snapshots signed with it.
  --help      this text.
`;

async function run(): Promise<void> {
  const values = readOptions();
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  if (values.to === undefined) throw new InputError('--to is missing; --to FILE is needed.');
  const { privatePem, publicKey } = makeKeyPair();
  await writeNewFile(values.to, privatePem);
  process.stdout.write(`The private key is in ${values.to}.
The public key is

  ${publicKey}

Sign a snapshot:                       npm run snapshot -- --from dumps --to snapshot --sign ${values.to}
Build an app that takes no others:     PWC_PUBLIC_KEYS=${publicKey} npm run build
`);
}

function readOptions() {
  try {
    return parseArgs({ options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
      .values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`The command line is not understood: ${detail} (see --help).`, { cause });
  }
}

/** Never overwrites: the key that was there may be the only one that apps out there know. */
async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw new InputError(`${path} is there already and is not overwritten; name a new file.`);
    }
    if (errorCode(error) === 'ENOENT') {
      throw new InputError(`The folder of ${path} does not exist; make it first.`);
    }
    throw explainFileError(error, `Writing ${path}`);
  }
}

// Last: what it waits for needs all of the above.
process.exitCode = await runProgram(run, () => 'No key was made.');
