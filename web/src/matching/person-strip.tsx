import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { DefenderView } from '@shelter-city/contract/defenders';
import type { MatchView } from '@shelter-city/contract/matching';
import { needWords } from '../defenders/defender-words.ts';
import { formatDay, formatDays } from '../design/days.ts';
import { Card, DescriptionList, Meter } from '../design/layout.tsx';
import { languageName } from '../design/names.ts';
import { TextLink } from '../design/text-link.tsx';

/** What the match is about: needs, readiness, visa days and rules to obey. */
export function PersonStrip({ defender, match }: { readonly defender: DefenderView; readonly match: MatchView }) {
  const { t, i18n } = useLingui();
  const { profile, risk } = defender;
  const { visa, window, lengthNights } = match;
  const languages = profile.languages.map(({ language, level }) => `${languageName(language)} ${level === 'NATIVE' ? '' : level}`.trim());
  return (
    <Card>
      <div className="grid gap-4">
        <DescriptionList
          facts={[
            { term: t`Speaks`, value: languages.join(', ') || t`Not recorded` },
            { term: t`Needs`, value: profile.needs.map((need) => i18n._(needWords[need])).join(', ') || t`Nothing special` },
            { term: t`Household`, value: <Plural value={profile.householdSize} one="# person" other="# people" /> },
            { term: t`Can arrive`, value: <span className="tabular-nums">{formatDays(window.earliest, window.latest)}</span> },
            { term: t`Length`, value: <Plural value={lengthNights} one="# night" other="# nights" /> },
            { term: t`Passport`, value: match.passportValidUntil === null ? t`Not recorded` : t`valid until ${formatDay(match.passportValidUntil)}` },
            {
              term: t`Rules to obey`,
              value: (
                <>
                  <TextLink to={`/defenders/${defender.code}/risk`}>
                    <Plural value={risk.notes} _0="No risk note" one="# risk note" other="# risk notes" />
                  </TextLink>
                  {match.hiddenRules > 0 && (
                    <>
                      {' · '}
                      <Plural value={match.hiddenRules} one="# you may not read" other="# you may not read" />
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
        <Meter
          label={t`Days in Schengen in the 180 days before ${formatDay(visa.asOf)}`}
          value={visa.daysUsed}
          max={90}
          words={t`${visa.daysUsed} of 90, ${visa.daysLeft} left`}
          tone={visa.daysLeft < lengthNights + 1 ? 'warn' : 'accent'}
        />
        {!visa.needed && <p className="-mt-2 text-sm text-muted"><Trans>No visa needed; the 90 days count all the same.</Trans></p>}
      </div>
    </Card>
  );
}
