/**
 * Name of the Web Lock that a job holds: one install at a time over all tabs and the service worker.
 * Who waits for it takes over when the holder ends or is closed.
 */
export const INSTALL_LOCK = 'papers-with-code-2:install';

/** Name of the channel over which tabs and the service worker tell each other of installs. */
export const INSTALL_CHANNEL = 'papers-with-code-2:install';
