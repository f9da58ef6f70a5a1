import { Trans, useLingui } from '@lingui/react/macro';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { Button, IconButton } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import type { Column } from '../design/data-table-column.ts';
import { formatDay, formatDays, nightsBetween } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { showToast } from '../design/toast.tsx';
import { DaysDialog } from './days-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { useProfilePart } from './save-profile.ts';
import { VisaDialog } from './visa-dialog.tsx';
import { VisaList } from './visa-list.tsx';
import { VisaStrip } from './visa-strip.tsx';
import { visaKindWords } from './visa-words.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query({ ...defenderQueries.detail(params['code'] ?? ''), staleTime: 'static' });
    return null;
  },
  Component: VisaDaysPage,
});

type Presence = PlacementProfile['presences'][number];
type Row = Presence & { readonly index: number };
type Open = { readonly what: 'add' } | { readonly what: 'paste' } | { readonly what: 'add-visa' } | { readonly what: 'change-visa'; readonly index: number } | { readonly what: 'change'; readonly index: number };

/** So many presences a profile keeps … */
const atMost = 40;
/** … and so many visas. */
const visasAtMost = 10;

/** The days a person was or will be in the Schengen area outside our stays, the visas they hold, and what is left. */
function VisaDaysPage() {
  const { t, i18n } = useLingui();
  const code = useParams()['code'] ?? '';
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const save = useProfilePart(defender);
  const [open, setOpen] = useState<Open | null>(null);
  const { presences, visas } = defender.profile;
  const close = () => { setOpen(null); };
  const replace = (index: number, days: Presence) => save({ presences: presences.map((old, n) => (n === index ? days : old)) });
  const removing = async (saved: Promise<unknown>, text: string) => {
    try {
      await saved;
      showToast({ text });
    } catch (failure) {
      showToast({ tone: 'bad', text: failureWords(failure) });
    }
  };
  const remove = (index: number) => removing(save({ presences: presences.filter((_, n) => n !== index) }), t`The days are gone.`);
  const removeVisa = (index: number) => removing(save({ visas: visas.filter((_, n) => n !== index) }), t`The visa is gone.`);
  const columns: readonly Column<Row>[] = [
    { id: 'days', header: t`Entry and exit`, names: true, cell: ({ enteredOn, leftOn }) => <span className="tabular-nums">{formatDays(enteredOn, leftOn)}</span> },
    { id: 'length', header: t`Days`, align: 'end', cell: ({ enteredOn, leftOn }) => nightsBetween(enteredOn, leftOn) + 1 },
    { id: 'source', header: t`How we know it`, cell: ({ source }) => source },
    { id: 'basis', header: t`On what right`, cell: ({ basis }) => i18n._(visaKindWords[basis]) },
    {
      id: 'acts', header: t`Change`, align: 'end',
      cell: ({ index }) => (
        <span className="inline-flex gap-1">
          <IconButton icon="pencil" label={t`Change these days`} onPress={() => { setOpen({ what: 'change', index }); }} />
          <IconButton icon="close" label={t`Remove these days`} onPress={() => { void remove(index); }} />
        </span>
      ),
    },
  ];
  const changed = open?.what === 'change' ? presences[open.index] : undefined;
  const changedVisa = open?.what === 'change-visa' ? visas[open.index] : undefined;
  return (
    <DefenderFrame code={code}>
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Card
          flush
          title={<Trans>Days in Schengen outside our stays</Trans>}
          actions={
            <>
              <Button size="sm" onPress={() => { setOpen({ what: 'paste' }); }}><Trans>Import…</Trans></Button>
              <Button size="sm" variant="primary" icon="plus" isDisabled={presences.length >= atMost} onPress={() => { setOpen({ what: 'add' }); }}><Trans>Add days</Trans></Button>
            </>
          }
        >
          <DataTable
            caption={t`Days in Schengen outside our stays`}
            columns={columns}
            rows={presences.map((days, index) => ({ ...days, index }))}
            keyOf={({ index }) => String(index)}
            empty={<EmptyState icon="calendar" title={<Trans>No other days are recorded</Trans>} />}
          />
        </Card>
        <div className="grid gap-5">
          <Card title={<Trans>The next 180 days</Trans>}><VisaStrip code={code} planned={null} /></Card>
          <Card
            title={<Trans>Visas and permits</Trans>}
            actions={<Button size="sm" icon="plus" isDisabled={visas.length >= visasAtMost} onPress={() => { setOpen({ what: 'add-visa' }); }}><Trans>Add a visa…</Trans></Button>}
          >
            <VisaList visas={visas} onChange={(index) => { setOpen({ what: 'change-visa', index }); }} onRemove={(index) => { void removeVisa(index); }} />
            {defender.profile.passportValidUntil !== null && <p className="mt-3 border-t border-line pt-3 text-sm text-muted"><Trans>Passport valid until {formatDay(defender.profile.passportValidUntil)}</Trans></p>}
          </Card>
        </div>
      </div>
      {open?.what === 'add' && <DaysDialog start={null} onClose={close} onSave={(days) => save({ presences: [...presences, days] })} />}
      {open?.what === 'change' && changed && <DaysDialog start={changed} onClose={close} onSave={(days) => replace(open.index, days)} />}
      {open?.what === 'add-visa' && <VisaDialog start={null} onClose={close} onSave={(held) => save({ visas: [...visas, held] })} />}
      {open?.what === 'change-visa' && changedVisa && (
        <VisaDialog start={changedVisa} onClose={close} onSave={(held) => save({ visas: visas.map((old, n) => (n === open.index ? held : old)) })} />
      )}
      {open?.what === 'paste' && (
        <PasteDialog
          known={presences}
          atMost={atMost}
          onClose={close}
          onAdd={(rows) => save({ presences: [...presences, ...rows.map(({ line: _line, ...days }) => ({ ...(days as Omit<Presence, 'basis'>), basis: 'SHORT_STAY' as const }))] })}
        />
      )}
    </DefenderFrame>
  );
}
