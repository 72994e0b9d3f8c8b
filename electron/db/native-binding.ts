import BetterSqlite3 from 'better-sqlite3';

/**
 * Opens a file with better-sqlite3. `GONGWENTAI_SQLITE_BINDING` names the addon to use on runtimes
 * older than Node-API 10, where the package's own prebuilt one crashes the process.
 */
export function openRaw(
  file: string,
  options: { readonly: boolean; mustExist: boolean },
): BetterSqlite3.Database {
  const nativeBinding = process.env['GONGWENTAI_SQLITE_BINDING'];
  if (nativeBinding === undefined && Number(process.versions['napi'] ?? 0) < 10) {
    throw new Error(
      'This runtime has Node-API < 10: set GONGWENTAI_SQLITE_BINDING to an addon built for it (npm start does).',
    );
  }
  return new BetterSqlite3(file, {
    readonly: options.readonly,
    fileMustExist: options.mustExist,
    timeout: 5000,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}
