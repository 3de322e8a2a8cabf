import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";
import { messages } from "#text/kit";

interface ErrorBoundaryProps {
  /** The name of the area on the page: "Loss". */
  area: string;
  children: ReactNode;
}

/**
 * Contains the errors of one area, so that the rest of the page keeps working. A class, because React has no other
 * way.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Notice
        word={messages.cannotBeShown(this.props.area)}
        role="alert"
        actions={
          <Button small onClick={() => this.setState({ error: undefined })}>
            {messages.tryAgain}
          </Button>
        }
      >
        {error.message}
      </Notice>
    );
  }
}
