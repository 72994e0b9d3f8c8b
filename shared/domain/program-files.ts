/**
 * Files that do something when they are opened, by the end of their name: programs, scripts, installers and links, as
 * Windows (`PATHEXT`, Script Host, shell), Linux and macOS know them. A paper is none of them.
 */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    'exe com scr pif cpl dll sys msi msp mst msix appx appinstaller application gadget',
    'bat cmd ps1 ps1xml psm1 vb vbe vbs js jse ws wsf wsc wsh sct hta jar jnlp py pyw pl rb sh bash run',
    'lnk url website scf library-ms search-ms settingcontent-ms desktop webloc',
    'reg inf ins isp job msc chm hlp diagcab iso img vhd vhdx appimage deb rpm dmg pkg app command',
  ].flatMap((line) => line.split(' ')),
);

/** True for a name that the system would run; Windows passes over dots and blanks at its end. */
export function isProgramFile(name: string): boolean {
  const bare = name.replace(/[. ]+$/u, '');
  const dot = bare.lastIndexOf('.');
  return dot >= 0 && ENDINGS.has(bare.slice(dot + 1).toLowerCase());
}
