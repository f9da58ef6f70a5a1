import pg from 'pg';

/** Days stay the texts they are (`YYYY-MM-DD`): a `date` is never turned into a moment. */
export const daysAsTexts = new pg.TypeOverrides();
daysAsTexts.setTypeParser(pg.types.builtins.DATE, (text) => text);
