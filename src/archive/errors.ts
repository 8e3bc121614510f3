import type { PackName } from '../format/manifest.ts';

/** The record's block is not on this device and the host cannot be reached. */
export class NotOnDeviceError extends Error {
  override readonly name = 'NotOnDeviceError';
  constructor(
    /** Pack that would have to be installed. */
    readonly pack: PackName,
    options?: ErrorOptions,
  ) {
    super(`This needs the pack "${pack}", which is not on this device, or a connection.`, options);
  }
}

/** Neither the device nor the host has any snapshot. */
export class NoSnapshotError extends Error {
  override readonly name = 'NoSnapshotError';
  constructor(options?: ErrorOptions) {
    super(
      'Nothing is installed on this device, and the host of the archive does not answer.',
      options,
    );
  }
}

/** A snapshot that was about to be read by pages failed its test; it is not made active. */
export class SelfTestError extends Error {
  override readonly name = 'SelfTestError';
  constructor(
    /** What was tried, in words: "the newest paper". */
    readonly what: string,
    /** What was found and what was expected. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `The new snapshot failed its test at ${what}: ${detail} What was installed before is still in use.`,
      options,
    );
  }
}
