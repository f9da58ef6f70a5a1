import { Trans, useLingui } from '@lingui/react/macro';
import type { CompartmentContent, DefenderCompartment } from '@shelter-city/contract/defender-content';
import { defenders, type DefenderView } from '@shelter-city/contract/defenders';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { Card, DescriptionList } from '../design/layout.tsx';
import { Reveal } from '../design/reveal.tsx';
import { genderWords } from './defender-words.ts';
import { nameOfCountry } from './place-names.ts';

/** What a reveal opened, as facts. */
function Opened({ revealed }: { readonly revealed: CompartmentContent }) {
  const { t, i18n } = useLingui();
  const said = (text: string) => text || '–';
  const yes = (is: boolean) => (is ? t`Yes` : t`No`);
  switch (revealed.compartment) {
    case 'IDENTITY': {
      const { legalName, knownAs, pronoun, gender, birthYear, nationalities, organisation } = revealed.content;
      return (
        <DescriptionList columns="one" facts={[
          { term: t`Legal name`, value: said(legalName) }, { term: t`Known as`, value: said(knownAs) }, { term: t`Pronoun`, value: said(pronoun) },
          { term: t`Gender`, value: i18n._(genderWords[gender]) }, { term: t`Birth year`, value: birthYear ?? '–' },
          { term: t`Nationalities`, value: said(nationalities.map(nameOfCountry).join(', ')) }, { term: t`Organisation`, value: said(organisation) },
        ]} />
      );
    }
    case 'CONTACT': {
      const { channelsAllowed, channelsNever, hours, doNotContactDirectly, goBetween, codeWord, trustedContactAtHome } = revealed.content;
      return (
        <DescriptionList columns="one" facts={[
          { term: t`Do not contact directly`, value: yes(doNotContactDirectly) }, { term: t`Go-between`, value: said(goBetween) },
          { term: t`Channels allowed`, value: said(channelsAllowed) }, { term: t`Channels never`, value: said(channelsNever) },
          { term: t`Hours`, value: said(hours) }, { term: t`Code word`, value: said(codeWord) }, { term: t`Trusted contact at home`, value: said(trustedContactAtHome) },
        ]} />
      );
    }
    case 'DEPENDANTS':
      return revealed.content.people.length === 0 ? (
        <p><Trans>Nobody</Trans></p>
      ) : (
        <ul className="grid gap-2">
          {revealed.content.people.map(({ relation, firstName, birthYear, comesAlong, staysBehindAtRisk }, index) => (
            <li key={index}>
              {firstName}, {relation}{birthYear !== null && `, ${String(birthYear)}`}
              <span className="block text-sm text-muted">
                {comesAlong ? <Trans>Comes along</Trans> : staysBehindAtRisk ? <Trans>Stays behind, at risk</Trans> : <Trans>Stays behind</Trans>}
              </span>
            </li>
          ))}
        </ul>
      );
  }
}

/** Who this is, how to reach them and whom they leave behind: sealed, and shown only on purpose. */
export function SealedParts({ defender }: { readonly defender: DefenderView }) {
  const { t } = useLingui();
  const words: Record<DefenderCompartment, string> = { IDENTITY: t`Identity`, CONTACT: t`Contact rule`, DEPENDANTS: t`Dependants` };
  return (
    <Card title={<Trans>Sealed</Trans>}>
      <ul className="grid gap-3">
        {defender.compartments.map(({ compartment, sealed }) => (
          <li key={compartment} className="grid gap-2 border-b border-line pb-3 last:border-0 last:pb-0">
            <div className="flex items-center justify-between gap-3">
              <span className="font-medium">{words[compartment]}</span>
              {!sealed && <span className="text-sm text-muted"><Trans>Nothing recorded</Trans></span>}
            </div>
            {sealed && (
              <Reveal
                label={words[compartment]}
                wordsFor={failureWords}
                onReveal={async (reason) => (await call(defenders.reveal, { params: { code: defender.code }, body: { compartment, reason } })).revealed}
              >
                {(revealed) => <Opened revealed={revealed} />}
              </Reveal>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
