import { HELP, parseArguments } from './arguments.ts';
import { runBuild } from './run-build.ts';
import { runProgram } from './run-program.ts';

let whatBecame = 'Nothing was changed.';

process.exitCode = await runProgram(
  async (signal) => {
    const parsed = parseArguments(process.argv.slice(2));
    if (parsed === null) {
      process.stdout.write(HELP);
      return;
    }
    await runBuild(parsed, signal, () => {
      whatBecame = 'The snapshot is whole; its archive file was not written.';
    });
  },
  () => whatBecame,
);
