import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CityView } from '@shelter-city/contract/cities';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../design/button.tsx';
import { themeWords } from '../defenders/defender-words.ts';
import { formatDay } from '../design/days.ts';
import { Card, DescriptionList } from '../design/layout.tsx';
import { byName, languageName } from '../design/names.ts';
import { publicEventWords } from './city-words.ts';
import { StandingGuests } from './standing-guests.tsx';
import { Unknown, YesNo } from './unknown.tsx';

const EditCityDialog = lazy(async () => ({ default: (await import('./edit-city-dialog.tsx')).EditCityDialog }));

/** What is known of a city, and what nobody has said yet. */
export function ProfileCard({ city }: { readonly city: CityView }) {
  const { t, i18n } = useLingui();
  const [isEditing, setEditing] = useState(false);
  const { facts, organisations } = city;
  const listed = (names: readonly string[]) => byName(names, (name) => name).join(', ');
  return (
    <Card
      title={<Trans>Profile</Trans>}
      actions={city.may.write && <Button size="sm" icon="pencil" aria-label={t`Change the profile`} onPress={() => { setEditing(true); }}><Trans>Change…</Trans></Button>}
    >
      <DescriptionList
        columns="one"
        facts={[
          { term: t`Languages spoken with guests`, value: facts.languagesKnown ? listed(facts.languages.map((code) => languageName(code))) || t`None named` : <Unknown /> },
          { term: t`Specialised care nearby`, value: <YesNo is={facts.careNearby} /> },
          { term: t`Themes`, value: listed(facts.themes.map((theme) => i18n._(themeWords[theme]))) || t`None named` },
          { term: t`Courses`, value: facts.courses.join(', ') || t`None named` },
          { term: t`Public events`, value: i18n._(publicEventWords[facts.publicEvents]) },
          { term: t`Own screening`, value: <Plural value={facts.screeningDays} _0="None" one="# day" other="# days" /> },
          { term: t`Guests a year at most`, value: facts.guestsAYearAtMost ?? t`No limit named` },
          {
            term: t`Guests at once at most`,
            value: (
              <div className="grid gap-2">
                {facts.guestsAtOnceAtMost ?? t`No limit named`}
                <StandingGuests atMost={facts.guestsAtOnceAtMost} most={city.mostGuestsAtOnce} />
              </div>
            ),
          },
          { term: t`Rest between two guests`, value: <Plural value={facts.daysBetweenGuests} _0="None" one="# day" other="# days" /> },
          { term: t`Agreement valid until`, value: city.agreementValidUntil === null ? <Unknown /> : formatDay(city.agreementValidUntil) },
          {
            term: t`Coordinated by`,
            value: organisations.length === 0 ? <Unknown /> : (
              <ul className="grid gap-0.5">
                {organisations.map(({ name, since, until }) => {
                  const year = since.slice(0, 4);
                  return (
                    <li key={`${name}${since}`}>
                      {name} <span className="text-sm text-muted">{until === null ? <Trans>since {year}</Trans> : <Trans>{year} to {until.slice(0, 4)}</Trans>}</span>
                    </li>
                  );
                })}
              </ul>
            ),
          },
        ]}
      />
      {isEditing && <Suspense fallback={null}><EditCityDialog city={city} onClose={() => { setEditing(false); }} /></Suspense>}
    </Card>
  );
}
