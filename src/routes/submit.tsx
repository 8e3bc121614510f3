import { createFileRoute, Link } from '@tanstack/react-router';
import { ExternalLink } from '../components/external-link.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/submit')({ component: SubmitPage });

/** Needs no data, so that it opens whatever else is missing. */
function SubmitPage() {
  return (
    <>
      <PageHead
        title="Submit"
        description="Results cannot be submitted here: the archive is read-only. How it can be corrected all the same."
      />
      <h1>Submit a result</h1>
      <div className="prose page-section">
        <p>
          <strong>This archive is read-only for now.</strong> Papers With Code took results from
          everybody until it closed in July 2025. What you see here was made from its last public
          files, and there is no server behind this site that could take anything in.
        </p>
        <h2>What you can do</h2>
        <ul>
          <li>
            <strong>A value, a name or a link is wrong.</strong> It stands so in the published
            files, which are under{' '}
            <ExternalLink href="https://creativecommons.org/licenses/by-sa/4.0/">
              CC BY-SA 4.0
            </ExternalLink>
            : anybody may correct a copy of them, build a snapshot from it, and host it. Each row of
            a board says which paper it is from, so that a value can be checked there.
          </li>
          <li>
            <strong>Something is shown wrongly</strong>, such as a direction or a date that this
            site worked out: that is for whoever publishes this site, not for the archive.
          </li>
          <li>
            <strong>A new result.</strong> Keep it with your paper and its code for now: the model,
            the value of each metric, the date, and whether additional data was used. Those are the
            fields that a row of a <Link to="/sota">leaderboard</Link> has.
          </li>
        </ul>
        <p>
          More on where the data comes from: <Link to="/about">About</Link>.
        </p>
      </div>
    </>
  );
}
