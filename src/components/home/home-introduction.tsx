import { Link } from '@tanstack/react-router';
import type { Manifest } from '../../format/manifest.ts';
import { packBytes, PACK_NAMES } from '../../format/manifest.ts';
import { formatDate } from '../format/dates.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { DownloadIcon } from '../icons/icons.tsx';
import './home.css';

/** What the site is, how much it holds, and that it can be taken along. */
export function HomeIntroduction({
  manifest,
  isInstalled,
}: {
  readonly manifest: Manifest;
  readonly isInstalled: boolean;
}) {
  const { counts } = manifest;
  const bytes = PACK_NAMES.reduce((sum, pack) => sum + packBytes(manifest, pack), 0);
  const facts: readonly [number, string, string][] = [
    [counts.boards, 'leaderboards', '/sota'],
    [counts.rows, 'results', '/sota'],
    [counts.papers, 'papers', '/papers'],
    [counts.datasets, 'datasets', '/datasets'],
    [counts.methods, 'methods', '/methods'],
  ];
  return (
    <div className="home-introduction">
      <div>
        <h1>The state of the art, with code, on your device</h1>
        <p className="home-lead">
          The archive of Papers With Code: which result, paper, code and dataset is best at what. It
          reads from plain files, keeps what you have seen, and works on a plane once it is
          installed.
        </p>
        <div className="home-actions">
          <Link to="/sota" className="button" data-kind="primary">
            Browse the state of the art
          </Link>
          <Link to="/offline" className="button">
            <DownloadIcon />
            {isInstalled ? 'On this device' : `Install for offline use (${formatBytes(bytes)})`}
          </Link>
        </div>
      </div>
      <div>
        <dl className="home-facts">
          {facts.map(([count, label, to]) => (
            <div key={label}>
              <dt>
                <Link to={to}>{label}</Link>
              </dt>
              <dd className="number">{formatCount(count)}</dd>
            </div>
          ))}
        </dl>
        <p className="home-date muted small">As of {formatDate(manifest.date)}</p>
      </div>
    </div>
  );
}
