import { Trans, useLingui } from '@lingui/react/macro';
import { publicityAspects, type SaidView } from '@shelter-city/contract/publicity';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { publicityWords } from '../defenders/defender-words.ts';
import { StatusMark } from '../design/badge.tsx';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { formatDay, formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { ApprovalDialog } from './approval-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { safetyQueries } from './safety-queries.ts';
import { aspectWords, meansWords } from './safety-words.ts';
import { WithdrawalDialog } from './withdrawal-dialog.tsx';

function Today({ said }: { readonly said: SaidView }) {
  switch (said.answer) {
    case 'YES':
      return <StatusMark shape="check" tone="ok"><Trans>May be said</Trans></StatusMark>;
    case 'OFFLINE':
      return <StatusMark shape="half" tone="warn"><Trans>In the room only</Trans></StatusMark>;
    case 'APPROVED':
      return <StatusMark shape="half" tone="warn">{said.occasions.map(({ occasion }) => occasion).join(', ')}</StatusMark>;
    case 'NO':
      return <StatusMark shape="cross" tone="bad"><Trans>Must not be said</Trans></StatusMark>;
  }
}

/** What the person agreed to make public, thing by thing, what of it holds today, and how it came to be. */
export function PublicityCard({ code }: { readonly code: string }) {
  const { t, i18n } = useLingui();
  const { data: view } = useSuspenseQuery(safetyQueries.publicity(code));
  const [asking, setAsking] = useState<'consent' | 'withdrawal' | 'approval' | null>(null);
  const [newest] = view.versions;
  const close = () => { setAsking(null); };
  const eachTime = publicityAspects.filter((aspect) => newest?.matrix[aspect] === 'EACH_TIME');
  return (
    <Card
      title={<Trans>Publicity</Trans>}
      actions={
        <>
          {eachTime.length > 0 && <Button size="sm" onPress={() => { setAsking('approval'); }}><Trans>Record a yes to an occasion</Trans></Button>}
          <Button size="sm" icon="pencil" onPress={() => { setAsking('consent'); }}><Trans>Record a consent</Trans></Button>
          {newest && !newest.withdrawn && <Button size="sm" variant="quiet" onPress={() => { setAsking('withdrawal'); }}><Trans>Withdraw</Trans></Button>}
        </>
      }
    >
      <div className="grid gap-4">
        {newest?.withdrawn === true && <Banner tone="bad" icon="alert"><Trans>Withdrawn on {formatDay(newest.givenOn)}. Nothing may be said.</Trans></Banner>}
        {!newest && <p className="text-sm text-muted"><Trans>Nothing was recorded, so nothing may be said.</Trans></p>}
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line text-start text-muted">
              <th scope="col" className="py-1 pe-2 text-start font-normal"><Trans>What</Trans></th>
              <th scope="col" className="hidden py-1 pe-2 text-start font-normal sm:table-cell"><Trans>Agreed</Trans></th>
              <th scope="col" className="py-1 text-start font-normal"><Trans>Today</Trans></th>
            </tr>
          </thead>
          <tbody>
            {view.said.map((said) => (
              <tr key={said.aspect} className="border-b border-line last:border-0">
                <th scope="row" className="py-1.5 pe-2 text-start align-top font-medium">
                  {i18n._(aspectWords[said.aspect])}
                  {/* A phone has no room for a third column. */}
                  <span className="block font-normal text-muted sm:hidden"><Trans>Agreed: {i18n._(publicityWords[said.level])}</Trans></span>
                </th>
                <td className="hidden py-1.5 pe-2 sm:table-cell">{i18n._(publicityWords[said.level])}</td>
                <td className="py-1.5 align-top max-sm:text-xs"><Today said={said} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        {view.versions.length > 0 && (
          <details>
            <summary className="cursor-pointer text-sm text-muted"><Trans>Versions and approvals</Trans></summary>
            <ul className="grid gap-1 pt-2 text-sm">
              {view.versions.map(({ number, withdrawn, givenOn, givenHow, recordedBy, recordedAt }) => (
                <li key={number}>
                  {withdrawn ? t`Version ${number}: withdrawn` : t`Version ${number}`} · {formatDay(givenOn)}, {i18n._(meansWords[givenHow])} · {recordedBy.displayName}, {formatInstant(recordedAt)}
                </li>
              ))}
              {view.approvals.map(({ id, occasion, aspects, validUntil, counts, recordedBy }) => (
                <li key={id} className={counts ? '' : 'text-muted'}>
                  {occasion}: {aspects.map((aspect) => i18n._(aspectWords[aspect])).join(', ')} · {formatDay(validUntil)} · {recordedBy.displayName}{counts ? '' : ` · ${t`counts no more`}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {asking === 'consent' && <ConsentDialog code={code} view={view} onClose={close} />}
      {asking === 'withdrawal' && <WithdrawalDialog code={code} number={newest?.number ?? 0} onClose={close} />}
      {asking === 'approval' && <ApprovalDialog code={code} number={newest?.number ?? 0} aspects={eachTime} onClose={close} />}
    </Card>
  );
}
