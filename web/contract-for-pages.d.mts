export declare const contractSource: RegExp;
export declare function contractForPages(
  code: string,
  filename: string,
): { code: string; map: null };
