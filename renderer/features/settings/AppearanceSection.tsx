import { Checkbox, Radio } from 'antd';
import { useAppearance } from '../../app/appearance.ts';

export function AppearanceSection() {
  const { appearance, change } = useAppearance();
  return (
    <div className="gwt-appearance">
      <Radio.Group
        aria-label="明暗"
        value={appearance.mode}
        options={[
          { value: 'light', label: '浅色' },
          { value: 'dark', label: '深色' },
        ]}
        onChange={(event) =>
          change({ ...appearance, mode: event.target.value === 'dark' ? 'dark' : 'light' })
        }
      />
      <Checkbox
        checked={appearance.large}
        onChange={(event) => change({ ...appearance, large: event.target.checked })}
      >
        大字
      </Checkbox>
      <p className="gwt-soft">只改变程序的界面，公文页面始终按纸张显示。</p>
    </div>
  );
}
