import { Trans, useLingui } from '@lingui/react/macro';
import { placementProfile, type DefenderView } from '@shelter-city/contract/defenders';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { isConflict } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { showToast } from '../design/toast.tsx';
import { defenderMutations, defenderQueries } from './defender-queries.ts';
import { differencesOfProfiles } from './profile-facts.ts';
import { DateFields, PersonFields } from './profile-fields.tsx';
import type { ProfileForm } from './profile-form.ts';
import { resolverFor } from './profile-values.ts';
import { WishFields } from './wish-fields.tsx';

const shape = z.strictObject({ profile: placementProfile });

/** Changes the placement profile. Somebody else's change meanwhile is shown beside what was typed. */
export function EditProfileDialog({ defender, onClose }: { readonly defender: DefenderView; readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const [before, setBefore] = useState(defender);
  const [theirs, setTheirs] = useState<DefenderView | null>(null);
  const form: ProfileForm = useForm({ resolver: resolverFor(shape, ['source']), defaultValues: { profile: defender.profile } });
  const undo = useMutation({ ...defenderMutations.update(defender.code), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const update = useMutation({
    ...defenderMutations.update(defender.code),
    onError: async (error) => {
      if (!isConflict(error)) { showProblem(form)(error); return; }
      // The page behind shows how it is now; here it stands beside one's own.
      await client.invalidateQueries({ queryKey: defenderQueries.all() });
      setTheirs(await client.query({ ...defenderQueries.detail(defender.code), staleTime: 'static' }));
    },
    onSuccess: ({ version }) => {
      showToast({ text: t`Profile changed.`, undo: () => { undo.mutate({ version, profile: before.profile }); } });
      onClose();
    },
  });
  const save = (over: DefenderView) => form.handleSubmit(({ profile }) => { update.mutate({ version: over.version, profile }); });
  const accept = (now: DefenderView) => { setBefore(now); setTheirs(null); };
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={<Trans>Placement profile of {defender.codeName}</Trans>}>
      <Form isWide onSubmit={save(before)} error={form.formState.errors.root}>
        <PersonFields form={form} />
        <DateFields form={form} />
        <WishFields form={form} cities={cities.items} />
        {theirs && (
          <StaleNotice
            differences={differencesOfProfiles(theirs.profile, update.variables?.profile ?? before.profile, (cityId) => cities.items.find(({ id }) => id === cityId)?.name ?? '')}
            onTakeTheirs={() => { form.reset({ profile: theirs.profile }); accept(theirs); }}
            onKeepMine={() => { accept(theirs); void save(theirs)(); }}
          />
        )}
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={update.isPending}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
