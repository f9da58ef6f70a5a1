import type { PlacementProfile } from '@shelter-city/contract/defenders';
import type { UseFormReturn } from 'react-hook-form';

/** A form that holds a placement profile under `profile`. */
export type ProfileForm = UseFormReturn<{ profile: PlacementProfile }, unknown, { profile: PlacementProfile }>;
