import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { momentOf } from './format.ts';
import { useSaveStatus } from './save-status.ts';
import { systemStatus } from './system-status.ts';

/** The bottom line: what is saved, backed up and not connected, in plain words. */
export function StatusBar() {
  const status = useQuery(systemStatus()).data;
  const save = useSaveStatus();
  const backup = status?.lastBackupAt;
  const standIns = status?.fonts.filter((font) => font.standIn) ?? [];
  return (
    <footer className="gwt-statusbar" aria-label="状态栏">
      <span role="status" className={`gwt-save gwt-save-${save.kind}`}>
        {save.text}
      </span>
      <span>上次备份 {backup === null || backup === undefined ? '还没有' : momentOf(backup)}</span>
      <span>未联网（不影响使用）</span>
      {standIns.length === 0 ? null : (
        <Link to="/settings" search={{ section: 'fonts' }} className="gwt-standin">
          {standIns.map((font) => font.roleName).join('、')}用代用字体
        </Link>
      )}
      <span className="gwt-spring" />
      <span>F1 帮助　? 快捷键</span>
      <span>公文台 {status?.version}</span>
    </footer>
  );
}
