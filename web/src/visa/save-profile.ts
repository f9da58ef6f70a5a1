import type { DefenderView, PlacementProfile } from '@shelter-city/contract/defenders';
import { useMutation } from '@tanstack/react-query';
import { defenderMutations } from '../defenders/defender-queries.ts';

/** Writes one part of the profile over what was seen; somebody else's change meanwhile is refused, not lost. */
export function useProfilePart(defender: DefenderView) {
  const { mutateAsync } = useMutation(defenderMutations.update(defender.code));
  return (part: Partial<Pick<PlacementProfile, 'presences' | 'visas'>>) =>
    mutateAsync({ version: defender.version, profile: { ...defender.profile, ...part } });
}
