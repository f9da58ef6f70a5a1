import { Plural, Trans, useLingui } from '@lingui/react/macro';
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
import { countryName } from '../design/names.ts';
import { EmptyState } from '../design/states.tsx';
import { showToast } from '../design/toast.tsx';
import { DaysDialog } from './days-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { useProfilePart } from './save-profile.ts';
import { VisaDialog } from './visa-dialog.tsx';
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
type Open = { readonly what: 'add' } | { readonly what: 'paste' } | { readonly what: 'visa' } | { readonly what: 'change'; readonly index: number };

/** So many presences a profile keeps. */
const atMost = 40;

/** The days a person was or will be in the Schengen area outside our stays, the visa they hold, and what is left. */
function VisaDaysPage() {
  const { t, i18n } = useLingui();
  const code = useParams()['code'] ?? '';
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const save = useProfilePart(defender);
  const [open, setOpen] = useState<Open | null>(null);
  const { presences, visa } = defender.profile;
  const close = () => { setOpen(null); };
  const replace = (index: number, days: Presence) => save({ presences: presences.map((old, n) => (n === index ? days : old)) });
  const remove = async (index: number) => {
    try {
      await save({ presences: presences.filter((_, n) => n !== index) });
      showToast({ text: t`The days are gone.` });
    } catch (failure) {
      showToast({ tone: 'bad', text: failureWords(failure) });
    }
  };
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
          <Card title={<Trans>Visa or permit</Trans>} actions={<Button size="sm" onPress={() => { setOpen({ what: 'visa' }); }}>{visa ? <Trans>Change…</Trans> : <Trans>Record one…</Trans>}</Button>}>
            {visa ? (
              <div className="grid gap-0.5 tabular-nums">
                <p>{i18n._(visaKindWords[visa.kind])}, {formatDays(visa.validFrom, visa.validUntil)}</p>
                <p className="text-sm text-muted">
                  {visa.countries.length === 0 ? <Trans>Good in the whole area</Trans> : <Trans>Good in {visa.countries.map((country) => countryName(country)).join(', ')}</Trans>}
                  {visa.days !== null && <>{' · '}<Plural value={visa.days} one="# day on it" other="# days on it" /></>}
                </p>
              </div>
            ) : (
              <p className="text-muted"><Trans>None recorded.</Trans></p>
            )}
            {defender.profile.passportValidUntil !== null && <p className="mt-2 text-sm text-muted"><Trans>Passport valid until {formatDay(defender.profile.passportValidUntil)}</Trans></p>}
          </Card>
        </div>
      </div>
      {open?.what === 'add' && <DaysDialog start={null} onClose={close} onSave={(days) => save({ presences: [...presences, days] })} />}
      {open?.what === 'change' && changed && <DaysDialog start={changed} onClose={close} onSave={(days) => replace(open.index, days)} />}
      {open?.what === 'visa' && <VisaDialog start={visa} onClose={close} onSave={(held) => save({ visa: held })} />}
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
