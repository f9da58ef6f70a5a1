import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { DefenderView } from '@shelter-city/contract/defenders';
import { Button } from '../design/button.tsx';
import { formatDay, formatDays } from '../design/days.ts';
import { Card, DescriptionList } from '../design/layout.tsx';
import { languageName } from '../design/names.ts';
import { trackWords } from '../stays/stay-words.ts';
import { needWords, publicityWords, themeWords } from './defender-words.ts';
import { nameOfCountry } from './place-names.ts';

/** What placing knows of the person. What isn't known is said so. */
export function ProfileCard({ defender, onEdit }: { readonly defender: DefenderView; readonly onEdit: () => void }) {
  const { t, i18n } = useLingui();
  const { profile, cities } = defender;
  const unknown = <span className="text-muted"><Trans>Not known</Trans></span>;
  const wished = (kind: 'PREFER' | 'AVOID') =>
    profile.wishes.filter((wish) => wish.kind === kind).map(({ cityId }) => cities.find(({ id }) => id === cityId)?.name ?? '').join(', ');
  const languages = profile.languages.map(({ language, level }) => `${languageName(language)} ${level === 'NATIVE' ? t`(native)` : level}`).join(', ');
  return (
    <Card title={<Trans>Placement profile</Trans>} actions={<Button size="sm" icon="pencil" onPress={onEdit}><Trans>Change</Trans></Button>}>
      <DescriptionList
        facts={[
          { term: t`Languages`, value: languages || unknown },
          { term: t`Interpreter needed for`, value: profile.interpreter === null ? t`Not needed` : languageName(profile.interpreter) },
          { term: t`Practical needs`, value: profile.needs.map((need) => i18n._(needWords[need])).join(', ') || t`None` },
          { term: t`Household`, value: <Plural value={profile.householdSize} one="# person" other="# people" /> },
          { term: t`Can arrive`, value: profile.earliestArrival && profile.latestArrival ? formatDays(profile.earliestArrival, profile.latestArrival) : profile.earliestArrival ? t`from ${formatDay(profile.earliestArrival)}` : unknown },
          { term: t`Nights wished`, value: profile.nightsWished },
          { term: t`Passport valid until`, value: profile.passportValidUntil ? formatDay(profile.passportValidUntil) : unknown },
          { term: t`Visa`, value: !profile.visaNeeded ? t`Not needed` : profile.visaLeadDays === null ? t`Needed; the consulate’s time isn’t known` : t`Needed; the consulate takes ${profile.visaLeadDays} days` },
          { term: t`Country of work`, value: nameOfCountry(profile.countryOfWork) },
          { term: t`Now in`, value: profile.currentCountry === null ? unknown : nameOfCountry(profile.currentCountry) },
          { term: t`Themes`, value: profile.themes.map((theme) => i18n._(themeWords[theme])).join(', ') || unknown },
          { term: t`Track`, value: profile.track === null ? t`General programme` : i18n._(trackWords[profile.track]) },
          { term: t`Publicity agreed at most`, value: i18n._(publicityWords[profile.publicity]) },
          { term: t`Would like`, value: wished('PREFER') || t`No wish` },
          { term: t`Rather not`, value: wished('AVOID') || t`No wish` },
          { term: t`Days in Schengen outside our stays`, value: profile.presences.map(({ enteredOn, leftOn }) => formatDays(enteredOn, leftOn)).join('; ') || t`None` },
        ]}
      />
    </Card>
  );
}
