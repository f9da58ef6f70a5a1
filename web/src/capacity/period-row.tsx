import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import { Badge, StatusMark } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { formatDay, formatDays, nightsBetween } from '../design/days.ts';
import { Menu, type MenuEntry } from '../design/menu.tsx';
import { trackWords } from '../stays/stay-words.ts';
import { capacityStatusMarks, capacityStatusWords } from './capacity-words.ts';

/** What a row can ask for. */
export type RowAct = 'sign' | 'answer' | 'offer' | 'change' | 'withdraw';

type Props = {
  readonly period: CapacityPeriodView;
  readonly city: CapacityView['may'];
  readonly onAct: (act: RowAct) => void;
};

/** One period of a place: its state, its days, what lies on it, and what the reader may do with it. */
export function PeriodRow({ period, city, onAct }: Props) {
  const { t, i18n } = useLingui();
  const { place, opensOn, closesOn, status, track, note, confirmedOn, stillRightOn, withdrawnReason, staysOnIt, may } = period;
  const days = formatDays(opensOn, closesOn);
  const isAsked = status === 'REQUESTED';
  const maySign = city.confirm && (may.confirm || isAsked);
  const entries: MenuEntry[] = [
    ...(may.offer && !isAsked ? [{ id: 'offer', label: t`Change the offer…`, icon: 'pencil' as const, onAction: () => { onAct('offer'); } }] : []),
    ...(may.change ? [{ id: 'change', label: t`Change the dates…`, icon: 'pencil' as const, onAction: () => { onAct('change'); } }] : []),
    ...(may.withdraw
      ? [{ id: 'withdraw', label: isAsked && city.offer ? t`No, not possible…` : t`Withdraw…`, icon: 'close' as const, tone: 'bad' as const, onAction: () => { onAct('withdraw'); } }]
      : []),
  ];
  const signedWords = [
    ...(confirmedOn === null ? [] : [t`confirmed ${formatDay(confirmedOn)}`]),
    ...(stillRightOn === null || stillRightOn === confirmedOn ? [] : [t`still right ${formatDay(stillRightOn)}`]),
  ];
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[12.5rem_1fr_auto]">
      <span className="py-0.5"><StatusMark {...capacityStatusMarks[status]}>{i18n._(capacityStatusWords[status])}</StatusMark></span>
      <div className="grid min-w-0 gap-0.5 py-0.5 max-sm:col-span-2 max-sm:row-start-2">
        <p className="flex flex-wrap items-center gap-x-2 tabular-nums">
          <span className="font-medium">{days}</span>
          <span className="text-muted"><Plural value={nightsBetween(opensOn, closesOn)} one="# night" other="# nights" /></span>
          {track !== null && <Badge>{i18n._(trackWords[track])}</Badge>}
        </p>
        {(signedWords.length > 0 || staysOnIt > 0) && (
          <p className="text-sm text-muted">
            {staysOnIt > 0 && <Plural value={staysOnIt} one="# stay lies on it" other="# stays lie on it" />}
            {staysOnIt > 0 && signedWords.length > 0 && ' · '}
            {signedWords.join(' · ')}
          </p>
        )}
        {note !== null && <p className="text-sm whitespace-pre-line">{note}</p>}
        {withdrawnReason !== null && <p className="text-sm text-muted">{withdrawnReason}</p>}
        <div className="mt-1.5 flex flex-wrap gap-2 empty:hidden">
          {maySign && (
            <Button size="sm" icon="check" aria-label={isAsked ? t`Confirm as asked: ${place.label}, ${days}` : t`Confirm: ${place.label}, ${days}`} onPress={() => { onAct('sign'); }}>
              {isAsked ? <Trans>Confirm as asked</Trans> : <Trans>Confirm</Trans>}
            </Button>
          )}
          {may.offer && isAsked && (
            <Button size="sm" aria-label={t`Other dates: ${place.label}, ${days}`} onPress={() => { onAct('answer'); }}><Trans>Other dates…</Trans></Button>
          )}
        </div>
      </div>
      {entries.length > 0 && (
        <div className="max-sm:col-start-2 max-sm:row-start-1">
          <Menu label={t`More for ${place.label}, ${days}`} trigger={<IconButton icon="dots" size="sm" label={t`More for ${place.label}, ${days}`} />} entries={entries} />
        </div>
      )}
    </li>
  );
}
