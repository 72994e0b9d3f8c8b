import { Button } from 'antd';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';

interface FactsSectionProps {
  readonly item: OutgoingDetail;
  /** Absent where nothing can be changed. */
  readonly onEdit?: (() => void) | undefined;
}

/** 登记: the columns of the paper book, filled in as far as the document has come. */
export function FactsSection({ item, onEdit }: FactsSectionProps) {
  const facts: readonly (readonly [string, string])[] = [
    ['拟稿部门', item.departmentName],
    ['拟稿人', `${item.drafterName}${item.phone === '' ? '' : `　${item.phone}`}`],
    ['公开属性', item.disclosure],
    ['紧急程度', item.urgency === '' ? '平件' : item.urgency],
    ['部门审核', item.reviewedBy],
    ['核稿', item.checkedBy],
    [
      '签发',
      `${item.signatory}${item.signedOn === null ? '' : `　${item.signedOn}`}${item.approvalPath === 'paper' ? '（纸面审签）' : ''}`,
    ],
    ['复核', item.recheckedBy],
    ['会签', item.countersignNeeded ? item.countersignPlan.join('、') || '需要' : '不需要'],
    ['成文日期', item.document.issuedOn ?? ''],
    [
      '印制份数',
      `${item.printCopies ?? ''}${item.copyNumberFrom === '' ? '' : `（份号 ${item.copyNumberFrom}—${item.copyNumberTo}）`}`,
    ],
    ['用印日期', item.sealedOn ?? ''],
    ['分发日期', item.distributedOn ?? ''],
    ['归档号', item.archiveNumber],
    ['备注', item.remark],
  ];
  // What has not come yet takes no room; what the drafter should fill in shows its gap.
  const shown = facts.filter(([label, value]) => value !== '' || ASKED.has(label));
  return (
    <ItemSection
      title="登记"
      aside={
        onEdit === undefined ? null : (
          <Button type="link" size="small" onClick={onEdit}>
            改登记信息（F2）
          </Button>
        )
      }
    >
      <dl className="gwt-item-facts">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.proofreads.length === 0 ? null : (
        <p>
          <span className="gwt-soft">校对</span>{' '}
          {item.proofreads
            .map(
              ({ round, personName, on, corrections }) =>
                `${round} ${personName} ${on}，改正 ${corrections} 处`,
            )
            .join('；')}
        </p>
      )}
    </ItemSection>
  );
}

const ASKED: ReadonlySet<string> = new Set(['拟稿部门', '公开属性', '印制份数', '成文日期']);
