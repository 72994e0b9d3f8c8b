import { Checkbox, Select } from 'antd';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';

const ADDRESSEES = [
  { value: 'auto', label: '主送过多时移入版记' },
  { value: 'no', label: '主送始终在正文前' },
  { value: 'yes', label: '主送始终在版记' },
] as const;

export function OptionsControl({ store, disabled }: ControlProps) {
  const options = useDocument(store, (document) => document.options);
  const place = options.addresseesInImprint;
  return (
    <div className="gwt-rows">
      <Checkbox
        disabled={disabled}
        checked={options.imprintOnEvenPage}
        onChange={(event) =>
          store.update({ options: { ...options, imprintOnEvenPage: event.target.checked } })
        }
      >
        版记排在偶数页
      </Checkbox>
      <div className="gwt-field-hint">双面印刷时版记落在封底；其前有空白页的，空白页和版记页都不编页码。</div>
      <Checkbox
        disabled={disabled}
        checked={options.mirrorMargins}
        onChange={(event) => store.update({ options: { ...options, mirrorMargins: event.target.checked } })}
      >
        双面印刷时偶数页订口在右
      </Checkbox>
      <div className="gwt-field-hint">订口一侧始终留 28 毫米；单面印刷不要选。</div>
      <Select
        aria-label="主送排在哪里"
        disabled={disabled}
        value={place === 'auto' ? 'auto' : place ? 'yes' : 'no'}
        options={[...ADDRESSEES]}
        onChange={(value) =>
          store.update({
            options: { ...options, addresseesInImprint: value === 'auto' ? 'auto' : value === 'yes' },
          })
        }
      />
      <div className="gwt-field-hint">主送机关过多、首页排不下正文时，可以移到版记中抄送机关之上。</div>
    </div>
  );
}
