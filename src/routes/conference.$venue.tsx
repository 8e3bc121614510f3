import { createFileRoute, Link, notFound, redirect } from '@tanstack/react-router';
import type { Archive } from '../archive/archive.ts';
import { FilterSelect } from '../components/catalogue/filter-select.tsx';
import { PageLinks } from '../components/controls/page-links.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { PaperList } from '../components/paper/paper-list.tsx';
import { resolvePage } from '../components/paper/papers-search.ts';
import { VenueHeading } from '../components/venue/venue-heading.tsx';
import {
  orderNumbers,
  parseVenueSearch,
  resolveVenueOrder,
} from '../components/venue/venue-search.ts';
import { venueTitle } from '../components/venue/venue-title.ts';
import type { Venue } from '../format/records/venue.ts';

const PAGE_SIZE = 20;

export const Route = createFileRoute('/conference/$venue')({
  validateSearch: parseVenueSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    const { archive } = await context.services.archive();
    const venue = await findVenue(archive, params.venue);
    if (venue === null) throw notFound();
    if (venue.slug !== params.venue) {
      throw redirect({
        to: '/conference/$venue',
        params: { venue: venue.slug },
        search: deps,
        replace: true,
      });
    }
    const { readVenue } = await import('../archive/later-records.ts');
    const { venueWhole } = await import('../components/venue/venue-title.ts');
    const whole = venue.year === undefined ? null : await readVenue(archive, venueWhole(venue));
    const { order, problem: wrongOrder } = resolveVenueOrder(deps);
    const pages = Math.max(1, Math.ceil(venue.numbers.length / PAGE_SIZE));
    const { page, problem: wrongPage } = resolvePage(deps, pages);
    const numbers = orderNumbers(venue.numbers, order);
    const shown = numbers.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const papers = await Promise.all(shown.map((number) => archive.paper(number)));
    return {
      venue,
      whole,
      order,
      page,
      pages,
      papers: papers.filter((paper) => paper !== null),
      problem: wrongOrder ?? wrongPage,
    };
  },
  component: ConferencePage,
});

async function findVenue(archive: Archive, part: string): Promise<Venue | null> {
  const { readVenue } = await import('../archive/later-records.ts');
  const { venueSlugs } = await import('../components/venue/venue-address.ts');
  for (const slug of venueSlugs(part)) {
    const venue = await readVenue(archive, slug);
    if (venue !== null) return venue;
  }
  return null;
}

const ORDERS = [
  { value: 'code', label: 'most repositories' },
  { value: 'newest', label: 'newest' },
];

function ConferencePage() {
  const { venue, whole, order, page, pages, papers, problem } = Route.useLoaderData();
  const navigate = Route.useNavigate();
  const title = venueTitle(venue);
  const sort = order === 'code' ? {} : { sort: order };
  return (
    <article key={venue.slug}>
      <PageHead
        title={title}
        description={`Papers of ${title} with their code, tasks and results, those with most code first.`}
      />
      <VenueHeading venue={venue} whole={whole} />
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      <div className="filter-bar">
        <FilterSelect
          label="Order"
          value={order}
          options={ORDERS}
          onChange={(value) =>
            void navigate({
              search: parseVenueSearch(value === 'code' ? {} : { sort: value }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      <PaperList papers={papers} />
      <PageLinks
        page={page}
        pages={pages}
        renderLink={(target, label, props) => (
          <Link
            to="/conference/$venue"
            params={{ venue: venue.slug }}
            search={{ ...sort, ...(target === 1 ? {} : { page: target }) }}
            {...props}
          >
            {label}
          </Link>
        )}
      />
    </article>
  );
}
