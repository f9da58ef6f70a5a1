/** The visa that the person of the row `d` holds, or null. */
export const heldVisaSql = `CASE WHEN d.visa_kind IS NOT NULL THEN json_build_object('kind', d.visa_kind, 'validFrom', d.visa_valid_from,
    'validUntil', d.visa_valid_until, 'countries', d.visa_countries, 'days', d.visa_days) END`;
