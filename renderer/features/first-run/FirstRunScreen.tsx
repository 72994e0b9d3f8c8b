import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AppError } from '../../../shared/ipc/errors.ts';
import { firstRunSchema } from '../../../shared/features/system.ts';
import { api, messageOf } from '../../app/api.ts';
import { isComposing } from '../../app/hot-keys.ts';
import { procedureQuery } from '../../app/query.ts';
import { systemStatus } from '../../app/system-status.ts';

interface Answers {
  readonly notForSecretsConfirmed: boolean;
  readonly officeName: string;
  readonly issuerCode: string;
  readonly printingOffice: string | null;
  readonly personName: string;
  readonly loadSample: boolean;
}

const BLANK: Answers = {
  notForSecretsConfirmed: false,
  officeName: '',
  issuerCode: '',
  printingOffice: null,
  personName: '',
  loadSample: false,
};

/** 印发机关 is most often the office's own 办公室; a 办公室 prints for itself. */
export function defaultPrintingOffice(officeName: string): string {
  const name = officeName.trim();
  return name === '' || /办公[室厅]$/u.test(name) ? name : `${name}办公室`;
}

const proposeFolder = () =>
  procedureQuery('system.proposeDataFolder', api.system.proposeDataFolder, undefined);

/** Everything the program must know before its first document; the keyboard is enough. */
export function FirstRunScreen() {
  const client = useQueryClient();
  const proposed = useQuery(proposeFolder()).data;
  const [chosen, setChosen] = useState<typeof proposed>(undefined);
  const [answers, setAnswers] = useState(BLANK);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const folder = chosen ?? proposed;
  const printingOffice = answers.printingOffice ?? defaultPrintingOffice(answers.officeName);

  const change = (part: Partial<Answers>): void => {
    setAnswers({ ...answers, ...part });
    setFaults({});
  };
  useEffect(() => {
    // In the order of the screen, which is not the schema's.
    const controls = form.current?.querySelectorAll<HTMLElement>('[id^="first-run-"]') ?? [];
    const first = [...controls].find((control) => control.id.slice('first-run-'.length) in faults);
    first?.focus();
  }, [faults]);
  const choose = async (): Promise<void> => {
    try {
      const picked = await api.system.chooseDataFolder();
      if (picked !== null) setChosen(picked);
      setFailure(null);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  const finish = async (): Promise<void> => {
    if (folder === undefined || busy) return;
    const parsed = firstRunSchema.safeParse({ ...answers, printingOffice, folderToken: folder.token });
    if (!parsed.success) {
      setFaults(
        Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])),
      );
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      client.setQueryData(systemStatus().queryKey, await api.system.completeFirstRun(parsed.data));
    } catch (error) {
      if (error instanceof AppError && error.fields !== undefined) setFaults(error.fields);
      setFailure(messageOf(error));
      setBusy(false);
    }
  };
  const field = (name: string, label: string, control: ReactNode, hint: string) => (
    <Question name={name} label={label} fault={faults[name]} hint={hint}>
      {control}
    </Question>
  );

  return (
    <main className="gwt-first-run">
      <form
        ref={form}
        aria-label="首次使用"
        onKeyDown={(event) => nextOnEnter(event, form.current)}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void finish();
        }}
      >
        <h1>公文台</h1>
        <p className="gwt-soft">填好下面几项就可以写公文。以后都可以在“设置”里修改。</p>
        {field(
          'officeName',
          '单位名称',
          <Input
            id="first-run-officeName"
            autoFocus
            value={answers.officeName}
            onChange={(event) => change({ officeName: event.target.value })}
          />,
          '写全称或规范化简称，用作发文机关标志，如：××市卫生健康委员会。',
        )}
        {field(
          'issuerCode',
          '机关代字',
          <Input
            id="first-run-issuerCode"
            value={answers.issuerCode}
            onChange={(event) => change({ issuerCode: event.target.value })}
          />,
          '发文字号中年份前面的字，如：×卫健发。以后可以再添加。',
        )}
        {field(
          'printingOffice',
          '印发机关',
          <Input
            id="first-run-printingOffice"
            value={printingOffice}
            onChange={(event) => change({ printingOffice: event.target.value })}
          />,
          '印在版记末行，一般是办公室。',
        )}
        {field(
          'personName',
          '您的姓名',
          <Input
            id="first-run-personName"
            value={answers.personName}
            onChange={(event) => change({ personName: event.target.value })}
          />,
          '记作拟稿人，并写入操作记录。',
        )}
        <Question
          name="folderToken"
          label="数据文件夹"
          fault={folder?.verdict.ok === false ? folder.verdict.reason : faults['folderToken']}
          hint="所有公文和备份都存在这里，不上传任何地方。请用本机硬盘，不要用网盘同步的文件夹。"
        >
          <div className="gwt-folder">
            <output id="first-run-folderToken" title={folder?.path}>
              {folder?.path ?? '…'}
            </output>
            <Button onClick={() => void choose()}>更改…</Button>
          </div>
        </Question>
        <Question name="notForSecretsConfirmed" label="" fault={faults['notForSecretsConfirmed']} hint="">
          <Checkbox
            id="first-run-notForSecretsConfirmed"
            checked={answers.notForSecretsConfirmed}
            onChange={(event) => change({ notForSecretsConfirmed: event.target.checked })}
          >
            我确认：本机是非涉密设备，不在本软件中录入国家秘密
          </Checkbox>
        </Question>
        <Question name="loadSample" label="" fault={undefined} hint="">
          <Checkbox
            checked={answers.loadSample}
            onChange={(event) => change({ loadSample: event.target.checked })}
          >
            装入示例公文（带“示例”标记，以后可以一次移除）
          </Checkbox>
        </Question>
        {failure === null ? null : <Alert type="error" showIcon title={failure} role="alert" />}
        <div className="gwt-first-run-end">
          <Button
            type="primary"
            size="middle"
            htmlType="submit"
            loading={busy}
            disabled={folder === undefined || !folder.verdict.ok}
          >
            开始使用（Ctrl+Enter）
          </Button>
        </div>
      </form>
    </main>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly hint: string;
  readonly children: ReactNode;
}

function Question({ name, label, fault, hint, children }: QuestionProps) {
  return (
    <div className="gwt-question">
      <label htmlFor={`first-run-${name}`}>{label}</label>
      <div>
        {children}
        {fault === undefined ? (
          <div className="gwt-field-hint">{hint}</div>
        ) : (
          <div className="gwt-field-fault gwt-severity-error" role="alert">
            ✕ {fault}
          </div>
        )}
      </div>
    </div>
  );
}

/** Enter goes to the next question; Ctrl+Enter finishes from anywhere. */
function nextOnEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key !== 'Enter' || form === null || isComposing(event.nativeEvent)) return;
  if (event.ctrlKey) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const controls = [...form.querySelectorAll<HTMLElement>('input, button')];
  controls[controls.indexOf(event.target) + (event.shiftKey ? -1 : 1)]?.focus();
}
