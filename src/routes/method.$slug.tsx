import { createFileRoute } from '@tanstack/react-router';
import { leaveLostAddress } from '../app/lost-address.ts';
import { AdvertisementNotice } from '../components/catalogue/advertisement-notice.tsx';
import { Described } from '../components/catalogue/described.tsx';
import { describeMethod } from '../components/catalogue/describe-catalogue.ts';
import { LatestPapers } from '../components/catalogue/latest-papers.tsx';
import { MethodFacts } from '../components/catalogue/method-facts.tsx';
import { prepareDescription } from '../components/catalogue/prepare-description.ts';
import { RecordHeading } from '../components/catalogue/record-heading.tsx';
import { formatPlural } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/method/$slug')({
  loader: async ({ context, params }) => {
    prepareDescription();
    const { archive } = await context.services.archive();
    const method = await archive.method(params.slug);
    if (method === null) return leaveLostAddress(archive, 'method', params.slug);
    return { method };
  },
  component: MethodPage,
});

function MethodPage() {
  const { method } = Route.useLoaderData();
  const { name, fullName, description, latest, papers, advertisement } = method;
  return (
    <article key={method.slug}>
      <PageHead title={name} description={describeMethod(method)} />
      <Breadcrumbs crumbs={[{ label: 'Methods', link: { to: '/methods' } }, { label: name }]} />
      <RecordHeading name={name} fullName={fullName} />
      <AdvertisementNotice signs={advertisement} />
      <Described text={description} facts={<MethodFacts method={method} />} />
      {latest !== undefined && (
        <LatestPapers
          papers={latest}
          note={
            papers > latest.length
              ? `The newest of those in this snapshot. The archive counted ${formatPlural(papers, 'paper')} that use it.`
              : null
          }
        />
      )}
    </article>
  );
}
