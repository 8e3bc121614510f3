import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ThemeSwitch } from './theme-switch.tsx';
import './site-header.css';

const ENTRIES = [
  { to: '/tasks', label: 'Tasks' },
  { to: '/sota', label: 'SotA' },
  { to: '/datasets', label: 'Datasets' },
  { to: '/papers', label: 'Papers' },
  { to: '/methods', label: 'Methods' },
  { to: '/about', label: 'About' },
] as const;

export function SiteHeader({
  search,
  isInstalled,
  progress,
}: {
  /** What opens the search. */
  readonly search: ReactNode;
  readonly isInstalled: boolean;
  /** Of an install at work; its share of one is null while it cannot be measured. */
  readonly progress: { readonly share: number | null } | null;
}) {
  return (
    <header className="site-header no-print">
      <div className="site-header-inner">
        <Link to="/" className="site-brand" aria-label="Papers With Code 2, home">
          <BrandMark />
          <span className="site-brand-name">
            Papers With Code <span className="site-brand-two">2</span>
          </span>
        </Link>
        <nav aria-label="Main" className="site-nav">
          {ENTRIES.map(({ to, label }) => (
            <Link key={to} to={to} className="site-nav-link">
              {label}
            </Link>
          ))}
        </nav>
        <div className="site-tools">
          {search}
          <Link
            to="/offline"
            className="site-nav-link site-offline-link"
            title={progress === null ? describeInstalled(isInstalled) : 'An install is at work'}
          >
            <span
              className="site-offline-dot"
              data-installed={isInstalled}
              data-working={progress !== null}
              aria-hidden="true"
            />
            <span className="site-offline-label">
              {progress?.share === null || progress === null
                ? 'Offline'
                : `${Math.floor(progress.share * 100)} %`}
            </span>
            <span className="visually-hidden">
              {progress === null
                ? isInstalled
                  ? ', installed'
                  : ', not installed'
                : ', offline install at work'}
            </span>
          </Link>
          <ThemeSwitch />
        </div>
      </div>
      {progress !== null && (
        <div
          className="site-progress"
          data-measured={progress.share !== null}
          style={{ '--share': progress.share ?? 0 }}
          aria-hidden="true"
        />
      )}
    </header>
  );
}

function describeInstalled(isInstalled: boolean): string {
  return isInstalled
    ? 'Installed: works without a connection'
    : 'Install for use without a connection';
}

function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#0b7a88" />
      <path
        d="M7 23.25h4.75V18.5H17V14h4.5V8.75h4.25"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <g fill="#9fe8ee">
        <circle cx="9.4" cy="26.9" r="1.3" />
        <circle cx="15.6" cy="23.7" r="1.3" />
        <circle cx="20.6" cy="20" r="1.3" />
        <circle cx="25.1" cy="15" r="1.3" />
      </g>
    </svg>
  );
}
