import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <div className="gwt-notice">
      <h1>没有这个界面</h1>
      <p>
        <Link to="/outgoing">回到发文</Link>
      </p>
    </div>
  );
}
