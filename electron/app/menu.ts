import { Menu } from 'electron';

/**
 * The page has its own commands; a menu bar is kept only on macOS, where copy and paste live in it.
 * Before ready: building Electron's default menu costs start-up time.
 */
export function setMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        label: '公文台',
        submenu: [
          { role: 'about', label: '关于公文台' },
          { type: 'separator' },
          { role: 'hide', label: '隐藏公文台' },
          { role: 'quit', label: '退出公文台' },
        ],
      },
      {
        label: '编辑',
        submenu: [
          { role: 'undo', label: '撤销' },
          { role: 'redo', label: '重做' },
          { type: 'separator' },
          { role: 'cut', label: '剪切' },
          { role: 'copy', label: '复制' },
          { role: 'paste', label: '粘贴' },
          { role: 'selectAll', label: '全选' },
        ],
      },
      {
        label: '窗口',
        submenu: [
          { role: 'minimize', label: '最小化' },
          { role: 'zoom', label: '缩放' },
        ],
      },
    ]),
  );
}
