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
