import { Trans, useLingui } from '@lingui/react/macro';
import { cityHome, type GuestCard, type OpenedPart } from '@shelter-city/contract/city-home';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { nameOfCountry } from '../defenders/place-names.ts';
import { Card, DescriptionList } from '../design/layout.tsx';
import { Reveal } from '../design/reveal.tsx';
import { cityPartWords } from './city-part-words.ts';

/** What a reveal opened, in words. */
function Opened({ revealed }: { readonly revealed: OpenedPart }) {
  const { t } = useLingui();
  const said = (text: string) => text || '–';
  switch (revealed.part) {
    case 'KNOWN_AS': {
      const { knownAs, pronoun } = revealed.content;
      return <p>{said([knownAs, pronoun].filter(Boolean).join(', '))}</p>;
    }
    case 'CONTACT_CHANNEL': {
      const { doNotContactDirectly, channelsAllowed, channelsNever, hours } = revealed.content;
      return (
        <DescriptionList
          columns="one"
          facts={[
            doNotContactDirectly
              ? { term: t`Channels allowed`, value: t`None: do not contact directly. Ask the coordinators.` }
              : { term: t`Channels allowed`, value: said(channelsAllowed) },
            { term: t`Channels never`, value: said(channelsNever) },
            { term: t`Hours`, value: said(hours) },
          ]}
        />
      );
    }
    case 'FIRST_NAMES':
      return <p>{said(revealed.content.firstNames.join(', '))}</p>;
    case 'LEGAL_NAME':
      return <p>{said(revealed.content.legalName)}</p>;
    case 'NATIONALITIES':
      return <p>{said(revealed.content.nationalities.map(nameOfCountry).join(', '))}</p>;
    case 'BIRTH_YEAR':
      return <p className="tabular-nums">{revealed.content.birthYear ?? '–'}</p>;
  }
}

/** What is sealed about a guest and open to this city now: shown only on purpose, one part at a time. */
export function GuestReveals({ guest }: { readonly guest: GuestCard }) {
  const { i18n } = useLingui();
  return (
    <Card title={<Trans>Open to you, with a reason</Trans>}>
      {guest.reveals.length === 0 ? (
        <p className="text-sm text-muted"><Trans>Nothing more is open to you. The guest decides about the name and the channel.</Trans></p>
      ) : (
        <ul className="grid gap-3">
          {guest.reveals.map((part) => (
            <li key={part} className="grid gap-2 border-b border-line pb-3 last:border-0 last:pb-0">
              <span className="font-medium">{i18n._(cityPartWords[part])}</span>
              <Reveal
                label={i18n._(cityPartWords[part])}
                wordsFor={failureWords}
                onReveal={async (reason) => (await call(cityHome.reveal, { params: { stayId: guest.id }, body: { part, reason } })).revealed}
              >
                {(revealed) => <Opened revealed={revealed} />}
              </Reveal>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-sm text-muted"><Trans>Each look is logged with your reason, and closes with the departure.</Trans></p>
    </Card>
  );
}
