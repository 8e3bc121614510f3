import { Link } from '@tanstack/react-router';
import './site-footer.css';

/** @param date day that the shown snapshot describes, when it is known. */
export function SiteFooter({
  date,
  version,
}: {
  readonly date: string | null;
  readonly version: string;
}) {
  return (
    <footer className="site-footer no-print">
      <div className="site-footer-inner">
        <div className="site-footer-brand">
          <p className="site-footer-name">Papers With Code 2</p>
          <p>
            A community resource for machine learning research: papers, code, benchmarks, and
            state-of-the-art results.
          </p>
        </div>
        <nav aria-labelledby="footer-explore">
          <h2 id="footer-explore">Explore</h2>
          <ul className="plain">
            <li>
              <Link to="/" hash="notable">
                Notable Benchmarks
              </Link>
            </li>
            <li>
              <Link to="/sota">All SotA</Link>
            </li>
            <li>
              <Link to="/datasets">Datasets</Link>
            </li>
            <li>
              <Link to="/papers">Papers</Link>
            </li>
            <li>
              <Link to="/methods">Methods</Link>
            </li>
            <li>
              <Link to="/compare">Compare</Link>
            </li>
            <li>
              <Link to="/trends">Trends</Link>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-community">
          <h2 id="footer-community">Community</h2>
          <ul className="plain">
            <li>
              <Link to="/submit">Submit Results</Link>
            </li>
            <li>
              <Link to="/about">About</Link>
            </li>
            <li>
              <Link to="/offline">Offline use</Link>
            </li>
          </ul>
        </nav>
      </div>
      <p className="site-footer-licence">
        Data sourced from the PWC Archive (
        <a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license noreferrer">
          CC-BY-SA 4.0
        </a>
        ){date !== null && <>, as of {date}</>}. Built by the community, for the community. App{' '}
        {version}.
      </p>
    </footer>
  );
}
