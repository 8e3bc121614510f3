import { useSyncExternalStore } from 'react';
import { appUpdates } from './service-worker-client.ts';
import './update-notice.css';

/** Offers a newer version of the app once it is ready. */
export function UpdateNotice() {
  const update = useSyncExternalStore(appUpdates.subscribe, appUpdates.get);
  return (
    <div role="status" className="update-notice-region no-print">
      {update !== null && (
        <div className="update-notice">
          <p>A newer version of this app is ready.</p>
          <button type="button" className="button" onClick={() => update.apply()}>
            Reload to use it
          </button>
        </div>
      )}
    </div>
  );
}
