import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { BlockedDaysView, CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import { StatusMark } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { formatDays } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Menu } from '../design/menu.tsx';
import { CapacityStrip } from './capacity-strip.tsx';
import { blockReasonWords } from './capacity-words.ts';
import { PeriodRow, type RowAct } from './period-row.tsx';

type Props = {
  readonly view: CapacityView;
  readonly place: CapacityView['places'][number];
  readonly onEnter: () => void;
  readonly onBlock: () => void;
  readonly onLift: (block: BlockedDaysView) => void;
  readonly onAct: (act: RowAct, period: CapacityPeriodView) => void;
};

/** One place: by quarter as a drawing, then each period and each run of closed days as a line. */
export function PlaceCapacity({ view, place, onEnter, onBlock, onLift, onAct }: Props) {
  const { t } = useLingui();
  const { asOf, from, until, may } = view;
  const own = view.periods.filter((period) => period.place.id === place.id);
  const standing = own.filter(({ status }) => status !== 'WITHDRAWN');
  const withdrawn = own.filter(({ status }) => status === 'WITHDRAWN');
  const blocked = view.blocked.filter((block) => block.place.id === place.id);
  return (
    <Card
      title={place.label}
      actions={
        <>
          {(may.request || may.offer) && (
            <Button size="sm" icon="plus" aria-label={may.offer ? t`Offer dates: ${place.label}` : t`Ask for dates: ${place.label}`} onPress={onEnter}>
              {may.offer ? <Trans>Offer dates…</Trans> : <Trans>Ask for dates…</Trans>}
            </Button>
          )}
          {may.block && (
            <Menu
              label={t`More for ${place.label}`}
              trigger={<IconButton icon="dots" size="sm" label={t`More for ${place.label}`} />}
              entries={[{ id: 'block', label: t`Close some days…`, icon: 'calendar', onAction: onBlock }]}
            />
          )}
        </>
      }
    >
      <CapacityStrip window={{ from, until }} asOf={asOf} periods={standing} blocked={blocked} />
      {standing.length === 0 && blocked.length === 0 && (
        <p className="pt-3 text-muted">
          {may.offer ? <Trans>Nothing is offered in these months. No guest can be planned here.</Trans> : <Trans>Nothing is offered in these months. Ask the city for dates.</Trans>}
        </p>
      )}
      <ul className="mt-1 -mb-2.5 divide-y divide-line">
        {standing.map((period) => <PeriodRow key={period.id} period={period} city={may} onAct={(act) => { onAct(act, period); }} />)}
        {blocked.map((block) => <BlockedRow key={block.id} block={block} onLift={may.block ? onLift : undefined} />)}
      </ul>
      {withdrawn.length > 0 && (
        <details className="mt-2.5 border-t border-line pt-2.5">
          <summary className="text-sm text-muted"><Plural value={withdrawn.length} one="# withdrawn period" other="# withdrawn periods" /></summary>
          <ul className="divide-y divide-line">
            {withdrawn.map((period) => <PeriodRow key={period.id} period={period} city={may} onAct={(act) => { onAct(act, period); }} />)}
          </ul>
        </details>
      )}
    </Card>
  );
}

function BlockedRow({ block, onLift }: { readonly block: BlockedDaysView; readonly onLift: ((block: BlockedDaysView) => void) | undefined }) {
  const { t, i18n } = useLingui();
  const days = formatDays(block.from, block.until);
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[12.5rem_1fr_auto]">
      <span className="py-0.5"><StatusMark shape="cross"><Trans context="place">Closed</Trans></StatusMark></span>
      <div className="grid min-w-0 gap-0.5 py-0.5 max-sm:col-span-2 max-sm:row-start-2">
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium tabular-nums">{days}</span> <span className="text-muted">{i18n._(blockReasonWords[block.reason])}</span>
        </p>
        {block.note !== null && <p className="text-sm whitespace-pre-line">{block.note}</p>}
      </div>
      {onLift && (
        <Button size="sm" variant="quiet" aria-label={t`Open again: ${block.place.label}, ${days}`} onPress={() => { onLift(block); }}><Trans>Open again</Trans></Button>
      )}
    </li>
  );
}
