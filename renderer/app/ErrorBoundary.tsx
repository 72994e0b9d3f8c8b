import { Component } from 'react';
import type { ReactNode } from 'react';
import { reportProblem } from './problems.ts';

interface State {
  readonly failed: boolean;
  readonly ref: string;
}

/**
 * Keeps one broken screen from taking the window down. What was typed is saved by the autosave of
 * the editor, which lives outside the components it covers.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false, ref: '' };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    void this.report(error);
  }

  private async report(error: unknown): Promise<void> {
    const ref = await reportProblem(error);
    this.setState({ ref });
  }

  private readonly retry = (): void => this.setState({ failed: false, ref: '' });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="gwt-notice" role="alert">
        <h1>这个界面出错了</h1>
        <p>已经保存的内容没有丢失；出错前的修改已尽量保存。</p>
        <p>请点“重新打开此界面”。如果还是不行，请退出程序后再打开。</p>
        {this.state.ref === '' ? null : <p>问题编号：{this.state.ref}</p>}
        <button type="button" onClick={this.retry}>
          重新打开此界面
        </button>
      </main>
    );
  }
}
