import { Alert, Button } from 'antd';

interface NoPrinterProps {
  readonly searching: boolean;
  readonly onSearch: () => void;
}

/** What to do where the system knows no printer. */
export function NoPrinter({ searching, onSearch }: NoPrinterProps) {
  return (
    <Alert
      type="warning"
      showIcon
      title="这台电脑上还没有打印机"
      description={
        <>
          <p>
            请先添加：Windows 打开“设置 → 蓝牙和其他设备 → 打印机和扫描仪 → 添加设备”；统信、麒麟系统打开
            “控制中心（设置）→ 打印机 → 添加”。打印机要开机、接好。
          </p>
          <p>也可以导出 PDF，拿到有打印机的电脑上按“实际大小”打印，版面一样。</p>
          <Button loading={searching} onClick={onSearch}>
            重新查找
          </Button>
        </>
      }
    />
  );
}
