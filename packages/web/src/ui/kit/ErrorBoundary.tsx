import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";
import { messages } from "#text/kit";

interface ErrorBoundaryProps {
  /** What is kept together, as the page calls it: "Loss". */
  area: string;
  children: ReactNode;
}

/** Keeps a broken area to itself: the rest of the page goes on. A class, because React offers this in no other form. */
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
