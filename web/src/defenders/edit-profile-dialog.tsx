import { Trans } from '@lingui/react/macro';
import { placementProfile, type DefenderView } from '@shelter-city/contract/defenders';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { isConflict } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { showToast } from '../design/toast.tsx';
import { useLingui } from '@lingui/react/macro';
import { defenderMutations, defenderQueries } from './defender-queries.ts';
import { DateFields, PersonFields } from './profile-fields.tsx';
import type { ProfileForm } from './profile-form.ts';
import { resolverFor } from './profile-values.ts';
import { WishFields } from './wish-fields.tsx';

const shape = z.strictObject({ profile: placementProfile });

/** Changes the placement profile. When somebody else did so meanwhile, it says so and keeps what was typed. */
export function EditProfileDialog({ defender, onClose }: { readonly defender: DefenderView; readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const form: ProfileForm = useForm({ resolver: resolverFor(shape, ['source']), defaultValues: { profile: defender.profile } });
  const before = { version: defender.version, profile: defender.profile };
  const undo = useMutation(defenderMutations.update(defender.code));
  const update = useMutation({
    ...defenderMutations.update(defender.code),
    onError: (error) => {
      showProblem(form)(error);
      if (isConflict(error)) void client.invalidateQueries({ queryKey: defenderQueries.all() });
    },
    onSuccess: ({ version }) => {
      showToast({ text: t`Profile changed.`, undo: () => { undo.mutate({ version, profile: before.profile }); } });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={<Trans>Placement profile of {defender.codeName}</Trans>}>
      <Form isWide onSubmit={form.handleSubmit(({ profile }) => { update.mutate({ version: defender.version, profile }); })} error={form.formState.errors.root}>
        <PersonFields form={form} />
        <DateFields form={form} />
        <WishFields form={form} cities={cities.items} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={update.isPending}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
