/** Another snapshot was made the one that pages read, while this page reads the one before. */
export function ReloadNotice() {
  return (
    <p className="notice" role="status">
      Another edition is now installed. Pages that are open still read the one before.{' '}
      <button type="button" className="text-button" onClick={() => location.reload()}>
        Reload to use it
      </button>
    </p>
  );
}
