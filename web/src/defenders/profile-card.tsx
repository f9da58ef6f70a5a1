import { Trans } from '@lingui/react/macro';
import type { DefenderView } from '@shelter-city/contract/defenders';
import { Button } from '../design/button.tsx';
import { Card, DescriptionList } from '../design/layout.tsx';
import { profileFacts } from './profile-facts.ts';

/** What placing knows of the person. What isn't known is said so. */
export function ProfileCard({ defender, onEdit }: { readonly defender: DefenderView; readonly onEdit: () => void }) {
  const { profile, cities } = defender;
  const facts = profileFacts(profile, (cityId) => cities.find(({ id }) => id === cityId)?.name ?? '');
  return (
    <Card title={<Trans>Placement profile</Trans>} actions={<Button size="sm" icon="pencil" onPress={onEdit}><Trans>Change</Trans></Button>}>
      <DescriptionList facts={facts.map(({ term, value }) => ({ term, value: value ?? <span className="text-muted"><Trans>Not known</Trans></span> }))} />
    </Card>
  );
}
