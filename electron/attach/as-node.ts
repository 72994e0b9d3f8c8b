/**
 * Imported before pdf.js: in a process of Electron it would take itself for a page in a window, and look for a
 * document and a network there. Without a type the process is what it is, Node.
 */
if ('type' in process) Object.defineProperty(process, 'type', { value: undefined });
