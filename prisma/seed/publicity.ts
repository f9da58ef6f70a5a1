import type { PublicityLevel } from '@shelter-city/domain/defenders/profile-words';
import { nothingPublic, type PublicityMatrix } from '@shelter-city/domain/publicity/publicity-matrix';
import type { SampleWorld } from './sample-world.ts';
import { diceOf, idOf } from './stable-random.ts';

/** A matrix whose level for public events is the one that the sample person has. */
function matrixFor(level: PublicityLevel, key: string): PublicityMatrix {
  const isSeen = level === 'FREE' || diceOf(`publicity/${key}`).chance(40);
  return {
    ...nothingPublic, voice: level, face: isSeen ? level : 'NEVER', country: level, theme: 'FREE', city: isSeen ? level : 'AFTER_RETURN',
    name: level === 'FREE' ? 'FREE' : 'NEVER',
  };
}

/** The consent of everybody who agreed to something, recorded on the day they were taken in, and one yes to an occasion. */
export function addPublicity(world: SampleWorld): void {
  const recordedById = world.coordinator('COORDINATOR');
  for (const { id, publicity, createdAt } of world.rows.defender) {
    if (publicity === 'NEVER') continue;
    const given = { givenHow: 'IN_WRITING' as const, recordedById, recordedAt: createdAt };
    world.rows.publicity_consent.push({
      id: idOf('publicity consent', id), defenderId: id, number: 1, withdrawn: false, ...matrixFor(publicity, id), givenOn: createdAt.slice(0, 10), ...given,
    });
    const isHere = world.rows.stay.some(({ defenderId, status }) => defenderId === id && status === 'IN_STAY');
    if (publicity !== 'EACH_TIME' || !isHere) continue;
    world.rows.publicity_approval.push({
      id: idOf('publicity approval', id), defenderId: id, consentNumber: 1, aspects: ['voice'], occasion: 'An evening at the library (sample)',
      validUntil: world.today, ...given,
    });
  }
}
