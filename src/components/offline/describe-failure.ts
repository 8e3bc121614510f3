/** A failure in words: what happened, and what was found, was expected and can be done about it. */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

/**
 * Titles by the names of the error classes. The messages of these classes say what to do; an error that
 * is not here is a bug, and its message is for whoever mends it.
 */
const TITLES: Readonly<Record<string, string>> = {
  BlockGoneError: 'A part is no longer on this device',
  HashMismatchError: 'A part of the archive arrived damaged',
  HostRefusedError: 'The host does not give the archive out',
  HostUnreachableError: 'The host of the archive does not answer',
  InstallFailedError: 'The install stopped',
  MalformedError: 'This is not an archive, or a damaged one',
  MirrorsFailedError: 'No host has all of the archive',
  NoWholePackError: 'The file holds no whole pack',
  PackNotWholeError: 'Not all of it is installed',
  SelfTestError: 'The new archive did not pass its test',
  SnapshotRefusedError: 'This archive was refused',
  StorageFullError: 'This device has no more room',
  StorageLostError: 'The browser has taken its storage away',
  StorageUnavailableError: 'This window cannot store data',
  TruncatedError: 'The file ends too early',
  UnreadableVersionError: 'The archive and the app do not fit',
};

export function describeFailure(error: Error): FailureText {
  return { title: TITLES[error.name] ?? 'Something went wrong', advice: error.message };
}
