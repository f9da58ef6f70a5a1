import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MatchOption } from '@shelter-city/contract/matching';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDays, nightsBetween } from '../design/days.ts';
import { moveBetweenRows } from '../design/row-keys.ts';
import { factSentence } from './fact-sentence.ts';
import { cityVerdictMarks, cityVerdictWords } from './verdict-words.ts';

type Props = {
  readonly options: readonly MatchOption[];
  readonly chosen: string | null;
  readonly onChoose: (slug: string) => void;
  readonly onPropose: (option: MatchOption) => void;
};

/** How the rules came out for a city, in words: never a score. */
function Counts({ counts }: { readonly counts: MatchOption['counts'] }) {
  return (
    <span className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
      <span><Plural value={counts.FITS} one="# fits" other="# fit" /></span>
      {counts.WEAKER > 0 && <span><Plural value={counts.WEAKER} one="# weaker" other="# weaker" /></span>}
      {counts.UNKNOWN > 0 && <span><Plural value={counts.UNKNOWN} one="# unknown" other="# unknown" /></span>}
      {counts.BLOCKED > 0 && <span><Plural value={counts.BLOCKED} one="# against" other="# against" /></span>}
    </span>
  );
}

/** The cities in the order in which they suit the person; those that can't stay in sight with the reason. */
export function OptionList({ options, chosen, onChoose, onPropose }: Props) {
  const { i18n, t } = useLingui();
  return (
    <ol className="divide-y divide-line" onKeyDown={moveBetweenRows}>
      {options.map((option, index) => {
        const { city, best, verdict } = option;
        const against = option.findings.find((finding) => finding.verdict === 'BLOCKED');
        const isChosen = city.slug === chosen;
        return (
          <li
            key={city.id}
            data-selected={isChosen || undefined}
            className="grid grid-cols-[1.5rem_1fr_auto] items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-hover data-selected:bg-accent-soft max-sm:grid-cols-[1rem_1fr] max-sm:items-baseline max-sm:[&>button]:col-start-2 max-sm:[&>button]:mt-1 max-sm:[&>button]:justify-self-start"
          >
            <span className="text-sm text-muted tabular-nums">{index + 1}</span>
            <div className="grid min-w-0 gap-0.5">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                <button
                  type="button"
                  data-row
                  aria-expanded={isChosen}
                  aria-label={t`${city.name}: why?`}
                  onClick={() => { onChoose(city.slug); }}
                  className="font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11"
                >
                  {city.name}
                </button>
                <StatusMark {...cityVerdictMarks[verdict]}>{i18n._(cityVerdictWords[verdict])}</StatusMark>
                <Counts counts={option.counts} />
              </div>
              <p className="text-sm text-muted tabular-nums">
                {(verdict === 'BLOCKED' || verdict === 'FULL') && against ? (
                  factSentence(against.fact)
                ) : best ? (
                  <>
                    {best.place.label} · {formatDays(best.span.from, best.span.until)} ·{' '}
                    <Plural value={nightsBetween(best.span.from, best.span.until)} one="# night" other="# nights" />
                  </>
                ) : (
                  <Trans>No place is recorded</Trans>
                )}
              </p>
            </div>
            {best && (verdict === 'FITS' || verdict === 'UNKNOWN') ? (
              <Button size="sm" variant={index === 0 ? 'primary' : 'secondary'} onPress={() => { onPropose(option); }}>
                <Trans>Propose…</Trans>
              </Button>
            ) : (
              <Button size="sm" variant="quiet" onPress={() => { onChoose(city.slug); }}>
                <Trans context="city">Why not?</Trans>
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
