import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { showToast } from '../design/toast.tsx';
import { useAccount } from '../session/own-session.ts';
import { ApplicationsCard } from './applications-card.tsx';
import { DefenderFrame } from './defender-frame.tsx';
import { defenderMutations, defenderQueries } from './defender-queries.ts';
import { EditProfileDialog } from './edit-profile-dialog.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SealedParts } from './sealed-parts.tsx';
import { StaysCard } from './stays-card.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await Promise.all([client.query({ ...defenderQueries.detail(params['code'] ?? ''), staleTime: 'static' }), client.query({ ...cityQueries.list(), staleTime: 'static' })]);
    return null;
  },
  Component: DefenderPage,
});

function DefenderPage() {
  const { t } = useLingui();
  const code = useParams()['code'] ?? '';
  const account = useAccount();
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const [isEditing, setEditing] = useState(false);
  const takeOver = useMutation({
    ...defenderMutations.takeOver(code),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
    onSuccess: () => { showToast({ text: t`You lead this case now.` }); },
  });
  return (
    <DefenderFrame
      code={code}
      actions={
        <>
          {defender.caseLead?.id !== account.id && (
            <Button isPending={takeOver.isPending} onPress={() => { takeOver.mutate({ version: defender.version }); }}><Trans>Lead this case</Trans></Button>
          )}
          {defender.selection === 'SELECTED' && <ButtonLink to={`/defenders/${code}/match`} variant="primary"><Trans>Match</Trans></ButtonLink>}
        </>
      }
    >
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <div className="grid gap-5">
          <ProfileCard defender={defender} onEdit={() => { setEditing(true); }} />
          <StaysCard defender={defender} />
        </div>
        <div className="grid gap-5">
          <SealedParts defender={defender} />
          <ApplicationsCard defender={defender} />
        </div>
      </div>
      {isEditing && <EditProfileDialog defender={defender} onClose={() => { setEditing(false); }} />}
    </DefenderFrame>
  );
}
