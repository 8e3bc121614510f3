import { createFileRoute, Link } from '@tanstack/react-router';
import { ExternalLink } from '../components/external-link.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/about')({ component: AboutPage });

/** Needs no data, so that it opens whatever else is missing. */
function AboutPage() {
  return (
    <>
      <PageHead
        title="About"
        description="What Papers With Code 2 is, where its data comes from, and how it works without a server."
      />
      <h1>About</h1>
      <div className="prose page-section">
        <p>
          For years Papers With Code was where machine-learning researchers looked up which result,
          paper, code and dataset is best at what. It was shut down in July 2025. What it had
          gathered lives on as five public files, and this app gives them back: leaderboards,
          papers, datasets and methods, with no server behind them.
        </p>
        <h2>How it works</h2>
        <p>
          A builder cleans and joins the archive and writes it as a few thousand small files that
          any web host can serve. Your browser fetches just the ones a page needs, checks each
          against its fingerprint, and keeps it. <Link to="/offline">Install</Link> a pack and
          everything in it is on your device: every page then opens without a connection.
        </p>
        <h2>What you can trust</h2>
        <ul>
          <li>
            Values are shown as the archive has them. Rows stand in the archive’s own order, which
            is the ranking of the original site.
          </li>
          <li>
            Whether a metric is better high or low is nowhere in the archive. It is read from the
            order of the rows, or taken from other boards with the same metric; where neither tells,
            the page says so.
          </li>
          <li>
            A paper that the archive knows only from a leaderboard has a short page made from that
            row.
          </li>
          <li>Dates that cannot be right are shown, and marked.</li>
        </ul>
        <h2>Privacy</h2>
        <p>
          There are no accounts, no cookies, no counters, and no requests to anyone but the site
          that serves this app.
        </p>
        <h2>Licence of the data</h2>
        <p>
          The data is that of Papers With Code, published under{' '}
          <ExternalLink href="https://creativecommons.org/licenses/by-sa/4.0/">
            CC BY-SA 4.0
          </ExternalLink>
          . You may share and adapt it if you name the source, “Papers with Code”, say what you
          changed, and pass it on under the same licence. That goes for every snapshot made from it.
          Titles and abstracts from arXiv are CC0; those of the ACL Anthology are CC BY.
        </p>
        <h2>Licence of the app</h2>
        <p>The code is free software under the MIT licence.</p>
      </div>
    </>
  );
}
