import { Plural, useLingui } from '@lingui/react/macro';
import type { GuestCard, RequestCard } from '@shelter-city/contract/city-home';
import { ageBandWords } from './city-part-words.ts';
import { needWords } from '../defenders/defender-words.ts';
import { DescriptionList } from '../design/layout.tsx';
import { languageName } from '../design/names.ts';
import { trackWords } from '../stays/stay-words.ts';

/** What a city needs to know to receive somebody: how many, what they speak, what they need. Nothing of who they are. */
export function GuestFacts({ stay }: { readonly stay: RequestCard | GuestCard }) {
  const { t, i18n } = useLingui();
  const { householdSize, companions, languages, interpreter, needs, track } = stay;
  const spoken = languages.map(({ language, level }) => (level === 'NATIVE' ? t`${languageName(language)} (native)` : `${languageName(language)} ${level}`));
  return (
    <DescriptionList
      facts={[
        { term: t`Who comes`, value: <Plural value={householdSize} one="# person" other="# people" /> },
        ...(companions.length === 0 ? [] : [{ term: t`Comes along`, value: companions.map((band) => i18n._(ageBandWords[band])).join(', ') }]),
        { term: t`Speaks`, value: spoken.join(', ') || t`Not recorded` },
        ...(interpreter === null ? [] : [{ term: t`Interpreter needed`, value: languageName(interpreter) }]),
        { term: t`Needs`, value: needs.map((need) => i18n._(needWords[need])).join(', ') || t`Nothing special` },
        ...(track === null ? [] : [{ term: t`Track`, value: i18n._(trackWords[track]) }]),
      ]}
    />
  );
}
