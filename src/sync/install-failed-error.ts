/** An install failed in another tab or at an earlier visit; the message is that of its error. */
export class InstallFailedError extends Error {
  override readonly name = 'InstallFailedError';
}
