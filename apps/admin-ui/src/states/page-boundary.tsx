import { Component, type ReactNode } from 'react';
import { Failure } from './failure';

interface PageBoundaryProps {
  /** The address; another page gets another chance. */
  readonly page: string;
  readonly children: ReactNode;
}

interface PageBoundaryState {
  readonly error: unknown;
  readonly page: string;
}

/** Keeps the header and the way back when a page can't be drawn. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { error: null, page: this.props.page };

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: PageBoundaryProps, state: PageBoundaryState): PageBoundaryState {
    return props.page === state.page ? state : { error: null, page: props.page };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Failure error={this.state.error} what="this page" onRetry={() => this.setState({ error: null })} />
    );
  }
}
