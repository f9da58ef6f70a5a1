import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CityHomeView } from '@shelter-city/contract/city-home';
import { lazy, Suspense, useState } from 'react';
import { StatusMark } from '../design/badge.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { isFact, missingWords } from './missing-words.ts';

const MissingDialog = lazy(async () => ({ default: (await import('./missing-dialog.tsx')).MissingDialog }));

/** What waits in the city's capacity, in three lines and one way there. */
export function CapacitySummary({ home }: { readonly home: CityHomeView }) {
  const { unanswered, unconfirmed, confirmedUntil } = home.capacity;
  return (
    <Card title={<Trans>Capacity</Trans>} actions={<ButtonLink to="/city/capacity" size="sm"><Trans>Open</Trans></ButtonLink>}>
      <ul className="grid gap-2">
        {unanswered > 0 && (
          <li><StatusMark shape="question" tone="warn"><Plural value={unanswered} one="# request for dates waits for an answer" other="# requests for dates wait for an answer" /></StatusMark></li>
        )}
        {unconfirmed > 0 && (
          <li><StatusMark shape="dashed-ring" tone="warn"><Plural value={unconfirmed} one="# offer isn’t confirmed yet" other="# offers aren’t confirmed yet" /></StatusMark></li>
        )}
        <li>
          {confirmedUntil === null ? (
            <StatusMark shape="question" tone="warn"><Trans>Nothing is confirmed ahead</Trans></StatusMark>
          ) : (
            <StatusMark shape="check" tone="ok"><Trans>Confirmed up to {formatDay(confirmedUntil)}</Trans></StatusMark>
          )}
        </li>
      </ul>
    </Card>
  );
}

/** What nobody has filled in, with one button that asks exactly that. */
export function MissingFacts({ home }: { readonly home: CityHomeView }) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { missing } = home.capacity;
  const facts = missing.filter(isFact);
  if (missing.length === 0) return null;
  return (
    <Card title={<Trans>What we don’t know yet</Trans>}>
      <p className="text-muted"><Trans>While this is open, the coordinators have to ask you for each guest.</Trans></p>
      <ul className="mt-2 mb-3 grid gap-1">
        {missing.map((one) => <li key={one}><StatusMark shape="question" tone="warn"><span className="whitespace-normal">{i18n._(missingWords[one])}</span></StatusMark></li>)}
      </ul>
      {facts.length > 0 ? (
        <Button onPress={() => { setOpen(true); }}><Trans>Fill this in</Trans></Button>
      ) : (
        <ButtonLink to="/city/capacity"><Trans>Offer dates</Trans></ButtonLink>
      )}
      {isOpen && <Suspense fallback={null}><MissingDialog slug={home.city.slug} missing={facts} onClose={() => { setOpen(false); }} /></Suspense>}
    </Card>
  );
}
