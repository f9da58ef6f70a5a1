/** The visas that the person of the row `d` holds, the first to be valid first. */
export const heldVisasSql = `(SELECT coalesce(json_agg(json_build_object('kind', v.kind, 'validFrom', v.valid_from, 'validUntil', v.valid_until,
    'countries', v.countries, 'days', v.days) ORDER BY v.valid_from, v.id), '[]') FROM held_visa v WHERE v.defender_id = d.id)`;
