import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CityHomeView } from '@shelter-city/contract/city-home';
import { StatusMark } from '../design/badge.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';

/** Stays that ended and answers that were no, for as long as a city may still see them. */
export function PastList({ past }: { readonly past: CityHomeView['past'] }) {
  const { i18n } = useLingui();
  return (
    <Card title={<Trans>Past</Trans>} marks={<span className="text-sm text-muted"><Trans>last 30 days</Trans></span>} flush>
      <ul className="divide-y divide-line">
        {past.map(({ id, codeName, status, place, nights, endedOn }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2.5">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <TextLink to={`/city/stays/${id}`} className="font-medium">{codeName}</TextLink>
              <StatusMark {...stayStatusMarks[status]}>{i18n._(stayStatusWords[status])}</StatusMark>
            </span>
            <span className="text-sm text-muted tabular-nums">
              {place.label}, <Plural value={nights} one="# night" other="# nights" /> · {formatDay(endedOn)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
