import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CapacityView } from '@shelter-city/contract/capacity';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDay, nightsBetween } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { touchesYear, yearsOf } from './quarters.ts';

/** A signature younger than this needs no "still right?". Units: days. */
const stillFresh = 30;

/** The standing periods of a year that aren't over. */
export const periodsOfYear = ({ periods, asOf }: Pick<CapacityView, 'periods' | 'asOf'>, year: number) =>
  periods.filter((period) => period.status !== 'WITHDRAWN' && period.closesOn > asOf && touchesYear(period, year));

type Props = { readonly view: CapacityView; readonly onSign: (year: number) => void };

/** "Still right?": each year in one line, with one button that confirms all of it. */
export function YearConfirmation({ view, onSign }: Props) {
  const { t } = useLingui();
  const { asOf } = view;
  const years = yearsOf(view.periods.filter(({ status, closesOn }) => status !== 'WITHDRAWN' && closesOn > asOf), asOf);
  if (years.length === 0) return null;
  return (
    <Card title={<Trans>Still right?</Trans>} flush>
      <ul className="divide-y divide-line">
        {years.map((year) => {
          const periods = periodsOfYear(view, year);
          const unsigned = periods.filter(({ status }) => status !== 'CONFIRMED').length;
          const said = periods.map(({ stillRightOn, confirmedOn }) => [stillRightOn ?? '', confirmedOn ?? ''].sort().at(-1) ?? '').sort()[0] ?? '';
          const isFresh = unsigned === 0 && said !== '' && nightsBetween(said, asOf) < stillFresh;
          return (
            <li key={year} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                <span className="text-lg font-semibold tabular-nums">{year}</span>
                {unsigned > 0 ? (
                  <StatusMark shape="dashed-ring" tone="warn"><Plural value={unsigned} one="# period is not confirmed" other="# periods are not confirmed" /></StatusMark>
                ) : (
                  <StatusMark shape="check" tone="ok"><Trans>All confirmed, said right on {formatDay(said)}</Trans></StatusMark>
                )}
              </p>
              {!isFresh && (
                <Button size="sm" variant={unsigned > 0 ? 'primary' : 'secondary'} aria-label={unsigned > 0 ? undefined : t`Yes, still right: ${String(year)}`} onPress={() => { onSign(year); }}>
                  {unsigned > 0 ? <Trans>Confirm all of {String(year)}</Trans> : <Trans>Yes, still right</Trans>}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
