import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import type { Dialogs } from '../features/context.ts';

const FILTER_NAMES: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  pdf: 'PDF 文件',
  json: '公文 JSON 文件',
  xlsx: 'Excel 工作簿',
  csv: 'CSV 文件',
  ledger: 'Excel 台账',
};

/** Kinds that stand for several extensions. An .xls is offered, so that the program can say what to do with it. */
const EXTENSIONS: Readonly<Record<string, string[]>> = { ledger: ['xlsx', 'csv', 'xls'] };

const filters = (extension: string) => [
  { name: FILTER_NAMES[extension] ?? extension, extensions: EXTENSIONS[extension] ?? [extension] },
];

/** The system's dialogs over the window. */
export function systemDialogs(window: () => BrowserWindow | null): Dialogs {
  async function open(options: OpenDialogOptions): Promise<string | null> {
    const parent = window();
    const result =
      parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
    return result.canceled ? null : (result.filePaths[0] ?? null);
  }
  return {
    chooseFolder: (title) =>
      open({ title, buttonLabel: '选择', properties: ['openDirectory', 'createDirectory'] }),
    openFile: (title, folder, extension) =>
      open({
        title,
        buttonLabel: '打开',
        properties: ['openFile'],
        filters: filters(extension),
        ...(folder === null ? {} : { defaultPath: folder }),
      }),
    openFiles: async (title, folder) => {
      const options: OpenDialogOptions = {
        title,
        buttonLabel: '添加',
        properties: ['openFile', 'multiSelections'],
        ...(folder === null ? {} : { defaultPath: folder }),
      };
      const parent = window();
      const result =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return result.canceled ? [] : result.filePaths;
    },
    saveFile: async (title, file, extension) => {
      const options = { title, buttonLabel: '保存', defaultPath: file, filters: filters(extension) };
      const parent = window();
      const result =
        parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
      return result.canceled || result.filePath === '' ? null : result.filePath;
    },
    confirmOverwrite: async (names) => {
      const options = {
        type: 'question' as const,
        message: `已有同名文件：${names.join('、')}`,
        detail: '要用新导出的文件替换它吗？',
        buttons: ['替换', '取消'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      };
      const parent = window();
      const { response } =
        parent === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(parent, options);
      return response === 0;
    },
  };
}
